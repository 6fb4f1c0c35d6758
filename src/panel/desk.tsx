import { useLayoutEffect } from 'react'
import { DeskView } from './desk-view.tsx'
import { useTellProblem } from './events/events-context.ts'
import { useTellOnce } from './events/use-tell-once.ts'
import { useVisibility } from './panel-visibility.ts'
import { useProvided } from './provider/provided.ts'
import { useDeskState } from './provider/use-desk-state.ts'

/** The desk of one agent, once what is remembered of it is this agent's. */
export function Desk({ autoLoadMore }: { readonly autoLoadMore: boolean }) {
  const { source, memory, seen, isOpen } = useProvided('<ContactCases>')
  const visibility = useVisibility()
  // Before the provider's own effect of this kind, which asks whether anyone sees a panel.
  useLayoutEffect(() => seen.add(visibility), [seen, visibility])
  const desk = useDeskState(source)
  const tellProblem = useTellProblem()
  const code = desk.status === 'failed' ? desk.problem.code : null
  useTellOnce(code, () => code && tellProblem({ kind: 'desk', code }))
  if (desk.status === 'ready' && !isOpen) return null
  return <DeskView desk={desk} memory={memory} autoLoadMore={autoLoadMore} />
}
