import { useEffect, useState } from 'react'
import type { ContactCasesState } from './use-shown-cases.ts'

const none: ReadonlySet<string> = new Set()
const markedMs = 4000

/** The cases that a refresh just brought: marked for a moment, and not again when the contact is viewed again. */
export function useAppeared(changed: ContactCasesState['changed']): ReadonlySet<string> {
  const at = changed?.at ?? 0
  const [markedUpTo, setMarkedUpTo] = useState(at)
  useEffect(() => {
    const timer = setTimeout(() => setMarkedUpTo(at), markedMs)
    return () => clearTimeout(timer)
  }, [at])
  return changed === null || at <= markedUpTo ? none : changed.appeared
}
