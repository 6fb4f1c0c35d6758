import { useEffect, useRef } from 'react'
import { useSteady } from '../use-steady.ts'

/** Tells something when the text that names it changes; null: there is nothing to tell. */
export function useTellOnce(name: string | null, tell: () => void): void {
  const told = useRef<string | null>(null)
  const steadyTell = useSteady(tell)
  useEffect(() => {
    if (name === told.current) return
    told.current = name
    if (name !== null) steadyTell()
  }, [name, steadyTell])
}
