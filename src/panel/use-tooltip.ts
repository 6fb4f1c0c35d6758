import { type RefObject, useEffect, useState } from 'react'

/** The element whose `data-tooltip` is shown. */
export type TooltipAnchor = HTMLElement | null

const hoverDelayMs = 400
/** How long the pointer may take from the element to its tooltip (WCAG 1.4.13: hoverable). */
const leaveDelayMs = 150

/**
 * Finds out which element under `root` shows its `data-tooltip`: the one with visible focus at once, one the pointer
 * rests on after a moment. Escape, scrolling and a press dismiss it.
 */
export function useTooltip(root: RefObject<HTMLElement | null>): TooltipAnchor {
  const [anchor, setAnchor] = useState<TooltipAnchor>(null)
  useEffect(() => {
    const element = root.current
    return element === null ? undefined : watchTooltips(element, setAnchor)
  }, [root])
  return anchor
}

function watchTooltips(root: HTMLElement, show: (anchor: TooltipAnchor) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new AbortController()
  const options = { signal: listeners.signal, passive: true } as const

  function showIn(ms: number, anchor: TooltipAnchor) {
    clearTimeout(timer)
    timer = setTimeout(() => show(anchor), ms)
  }
  function hide() {
    clearTimeout(timer)
    show(null)
  }

  root.addEventListener(
    'pointerover',
    ({ target, pointerType }) => {
      if (pointerType === 'touch') return
      if (isTooltip(target)) clearTimeout(timer)
      else {
        const anchor = anchorOf(target)
        showIn(anchor === null ? leaveDelayMs : hoverDelayMs, anchor)
      }
    },
    options,
  )
  root.addEventListener('pointerleave', () => showIn(leaveDelayMs, null), options)
  root.addEventListener(
    'focusin',
    ({ target }) => {
      const anchor = anchorOf(target)
      if (anchor !== null && anchor === target && anchor.matches(':focus-visible')) showIn(0, anchor)
    },
    options,
  )
  root.addEventListener('focusout', hide, options)
  root.addEventListener('pointerdown', hide, options)
  root.addEventListener('scroll', hide, { ...options, capture: true })
  root.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === 'Escape') hide()
    },
    { ...options, capture: true },
  )

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
