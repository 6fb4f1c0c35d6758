import { useEffect, useState } from 'react'
import { useVisibility } from './panel-visibility.ts'

/** The time now, in milliseconds since 1970, looked at again every so often; a panel that nobody sees does not tick. */
export function useNow(everyMs: number): number {
  const visibility = useVisibility()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const tick = () => {
      if (visibility.isShown()) setNow(Date.now())
    }
    const timer = setInterval(tick, everyMs)
    const unsubscribe = visibility.subscribe(tick)
    return () => {
      clearInterval(timer)
      unsubscribe()
    }
  }, [everyMs, visibility])
  return now
}
