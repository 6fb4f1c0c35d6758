/** Puts a text on the clipboard; false where the browser does not let it. */
export type CopyText = (text: string) => Promise<boolean>

/** The browser's clipboard. In a frame without the permission `clipboard-write` the older command still works. */
export const copyText: CopyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyByCommand(text)
  }
}

// The event is given the text directly: no selection is made, and the focus stays where it is.
function copyByCommand(text: string): boolean {
  let copied = false
  const onCopy = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    copied = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    return document.execCommand('copy') && copied
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
}
