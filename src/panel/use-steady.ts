import { useCallback, useLayoutEffect, useRef } from 'react'

/** One function for as long as the component is there, so that memoised parts can rest; it calls the latest one given. */
export function useSteady<Args extends readonly unknown[]>(latest: (...args: Args) => void): (...args: Args) => void {
  const current = useRef(latest)
  useLayoutEffect(() => {
    current.current = latest
  })
  return useCallback((...args) => current.current(...args), [])
}
