import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'

// About three rows: they are there before the agent reaches the end.
const margin = '0px 0px 180px 0px'

interface AutoLoadMore {
  readonly end: RefObject<HTMLElement | null>
  readonly offered: boolean
  /** How many rows the list has. */
  readonly shown: number
  readonly onReach: () => void
}

/**
 * Asks once when the end of the list comes near, for as long as more is offered: once a page, since a page on its way
 * is no longer offered. Not again after a page that showed nothing more, because it was filtered or folded away: that
 * would read all there is. Never in a page that nobody sees.
 */
export function useAutoLoadMore({ end, offered, shown, onReach }: AutoLoadMore): void {
  const reach = useEffectEvent(onReach)
  const shownAtLast = useRef(-1)
  useEffect(() => {
    const element = end.current
    if (!offered || element === null || shown === shownAtLast.current) return
    let near = false
    const check = () => {
      if (!near || document.visibilityState !== 'visible') return
      stop()
      shownAtLast.current = shown
      reach()
    }
    const observer = new IntersectionObserver(
      (entries) => {
        near = entries.at(-1)?.isIntersecting ?? false
        check()
      },
      { root: element.parentElement, rootMargin: margin },
    )
    const stop = () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', check)
    }
    observer.observe(element)
    document.addEventListener('visibilitychange', check)
    return stop
  }, [end, offered, shown])
}
