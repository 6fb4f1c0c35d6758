import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'

/** Set where something went away with the focus in it, until somebody takes the focus. */
export type LostFocus = RefObject<boolean>

interface FocusAreaProps {
  readonly lost: LostFocus
  readonly className: string
  readonly children: ReactNode
}

/** A part of the panel that may go away; if the focus was in it, that is noted. */
export function FocusArea({ lost, className, children }: FocusAreaProps) {
  const area = useRef<HTMLDivElement>(null)
  useNoteLostFocus(lost, area)
  return (
    <div className={className} ref={area}>
      {children}
    </div>
  )
}

/** Notes that the element went away with the focus in it. */
export function useNoteLostFocus(lost: LostFocus, area: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = area.current
    return () => {
      // React runs this before it takes the element out of the document: afterwards the focus is the body's.
      if (element?.matches(':focus-within')) lost.current = true
    }
  }, [lost, area])
}

/** Takes, before anything is painted, the focus that was lost; what is deepest in the tree takes it first. */
export function useTakeLostFocus(lost: LostFocus, target: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!lost.current || target.current === null) return
    lost.current = false
    target.current.focus()
  })
}
