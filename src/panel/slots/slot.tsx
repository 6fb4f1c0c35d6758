import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { useTellProblem } from '../events/events-context.ts'
import type { SlotName } from './slots-context.ts'

interface SlotProps<Given> {
  readonly name: SlotName
  readonly render: (given: Given) => ReactNode
  readonly given: Given
  /** Where this changes, what failed is tried again. Never the function: some are new at each render. */
  readonly of: unknown
  /** What is there in place of what failed. */
  readonly fallback: ReactNode
}

/** A part of the panel that the desktop draws. What goes wrong in it stays in it, and is told. */
export function Slot<Given>({ name, of, fallback, ...drawn }: SlotProps<Given>) {
  const tellProblem = useTellProblem()
  return (
    <ErrorBoundary
      fallback={fallback}
      resetKeys={[of]}
      onError={(error) => tellProblem({ kind: 'slot', slot: name, error })}
    >
      <Drawn {...drawn} />
    </ErrorBoundary>
  )
}

/** A component of its own, so that the boundary is above what it calls. */
function Drawn<Given>({ render, given }: Pick<SlotProps<Given>, 'render' | 'given'>) {
  return render(given)
}
