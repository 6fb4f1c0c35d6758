import { type RefObject, useEffect, useEffectEvent } from 'react'

// About three rows: they are there before the agent reaches the end.
const margin = '0px 0px 180px 0px'

/**
 * Asks once when the end of the list comes near, for as long as more is offered: once a page, since a page on its way
 * is no longer offered. Never in a page that nobody sees.
 */
export function useAutoLoadMore(end: RefObject<HTMLElement | null>, offered: boolean, onReach: () => void): void {
  const reach = useEffectEvent(onReach)
  useEffect(() => {
    const element = end.current
    if (!offered || element === null) return
    let near = false
    const check = () => {
      if (!near || document.visibilityState !== 'visible') return
      stop()
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
  }, [end, offered])
}
