/** Whether nothing has the focus, as after its element went away, in the document or shadow root of an element. */
export function isFocusLost(element: Element): boolean {
  // For what is in a shadow root the document's active element is the root's host.
  const root = element.getRootNode()
  const active = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null
  return active === null || active === document.body
}
