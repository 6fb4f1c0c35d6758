import type { Failed } from '../../cases/cases-problem.ts'
import { Wait } from '../wait.tsx'
import { useWords } from '../words-context.tsx'

interface MoreProblemProps {
  readonly failed: Failed
  readonly onRetry: () => void
}

/** Why reading on failed; where the server says when to try again, counts down to it and does so. */
export function MoreProblem({ failed: { problem, failedAt }, onRetry }: MoreProblemProps) {
  const { messages } = useWords()
  return (
    <>
      <p className="contact-cases-more-problem" role="alert">
        {messages.more.failed} {messages.casesProblems[problem.code]}
      </p>
      {problem.retryAfterMs !== null && <Wait until={failedAt + problem.retryAfterMs} onElapsed={onRetry} />}
    </>
  )
}
