import { type RefObject, useEffect, useState } from 'react'

const hoverDelayMs = 400
/** How long the pointer may take from the element to its tooltip (WCAG 1.4.13: hoverable). */
const leaveDelayMs = 150

/** The element whose `data-tooltip` is shown; null: none. */
export type TooltipAnchor = HTMLElement | null

/**
 * Finds out which element under `root` shows its `data-tooltip`: the one with visible focus at once, one the pointer
 * rests on after a moment. Escape, scrolling and a press dismiss it; it goes with its element.
 */
export function useTooltip(root: RefObject<HTMLElement | null>): TooltipAnchor {
  const [anchor, setAnchor] = useState<TooltipAnchor>(null)
  useEffect(() => {
    const element = root.current
    return element === null ? undefined : watchAnchors(element, setAnchor)
  }, [root])
  useEffect(() => {
    if (anchor === null || root.current === null) return
    const observer = new MutationObserver(() => {
      if (!anchor.isConnected) setAnchor(null)
    })
    observer.observe(root.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [root, anchor])
  return anchor
}

function watchAnchors(root: HTMLElement, show: (anchor: TooltipAnchor) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new AbortController()

  function showIn(ms: number, anchor: TooltipAnchor) {
    clearTimeout(timer)
    timer = setTimeout(() => show(anchor), ms)
  }
  function hide() {
    clearTimeout(timer)
    show(null)
  }
  function onPointerOver({ target, pointerType }: PointerEvent) {
    if (pointerType === 'touch') return
    const anchor = anchorOf(target)
    if (isTooltip(target)) clearTimeout(timer)
    else showIn(anchor === null ? leaveDelayMs : hoverDelayMs, anchor)
  }
  function onFocusIn({ target }: FocusEvent) {
    const anchor = anchorOf(target)
    if (anchor !== null && anchor === target && anchor.matches(':focus-visible')) showIn(0, anchor)
  }
  function onKeyDown({ key }: KeyboardEvent) {
    if (key === 'Escape') hide()
  }

  // Capturing: a scroll does not bubble, and a list may keep its keys to itself.
  const options = { signal: listeners.signal, passive: true, capture: true }
  root.addEventListener('pointerover', onPointerOver, options)
  root.addEventListener('pointerleave', () => showIn(leaveDelayMs, null), { ...options, capture: false })
  root.addEventListener('focusin', onFocusIn, options)
  root.addEventListener('keydown', onKeyDown, options)
  for (const type of ['focusout', 'pointerdown', 'scroll']) root.addEventListener(type, hide, options)
  return () => {
    listeners.abort()
    clearTimeout(timer)
  }
}

function anchorOf(target: EventTarget | null): TooltipAnchor {
  return target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null
}

function isTooltip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="tooltip"]') !== null
}
