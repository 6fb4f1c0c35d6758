import { useMemo } from 'react'
import { useSteady } from '../use-steady.ts'
import type { PanelEvents, Tellers } from './events-context.ts'

/** What tells the desktop: the same for as long as the panel is there, whatever handlers it is given. */
export function useTellers({ onCasesChanged, onProblem }: PanelEvents): Tellers {
  const cases = useSteady((change: Parameters<Tellers['cases']>[0]) => onCasesChanged?.(change))
  const problem = useSteady((problem: Parameters<Tellers['problem']>[0]) => onProblem?.(problem))
  return useMemo(() => ({ cases, problem }), [cases, problem])
}
