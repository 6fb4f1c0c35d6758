import type { Failed } from '../../cases/cases-problem.ts'
import { retryAt } from '../../cases/retry-at.ts'
import { Wait } from '../wait.tsx'
import { useWords } from '../words-context.tsx'

interface MoreProblemProps {
  readonly failed: Failed
  readonly onRetry: () => void
}

/** Why reading on failed; where trying again may help, counts down to it and does so. */
export function MoreProblem({ failed, onRetry }: MoreProblemProps) {
  const { messages } = useWords()
  const due = retryAt(failed)
  return (
    <>
      <p className="contact-cases-more-problem" role="alert">
        {messages.more.failed} {messages.casesProblems[failed.problem.code]}
      </p>
      {due !== null && <Wait until={due} onElapsed={onRetry} />}
    </>
  )
}
