import type { Failed } from '../../cases/cases-problem.ts'
import { retryAt } from '../../cases/retry-at.ts'
import { Button } from '../button.tsx'
import { Wait } from '../wait.tsx'
import { useWords } from '../words-context.tsx'
import { Notice } from './notice.tsx'

interface CasesFailureProps {
  readonly failed: Failed
  /** By the agent's press. */
  readonly onRetry: () => void
  /** By itself, when the server's wait is over. */
  readonly onElapsed: () => void
}

/** Nothing could be read: why, and what the agent can do. */
export function CasesFailure({ failed, onRetry, onElapsed }: CasesFailureProps) {
  const { messages } = useWords()
  const { code } = failed.problem
  const due = retryAt(failed)
  return (
    <Notice
      // Not the agent's to mend: it passes when the contact is accepted.
      tone={code === 'contact_not_yours' ? 'calm' : 'error'}
      title={messages.casesProblems.title}
      text={messages.casesProblems[code]}
    >
      {due !== null && <Wait until={due} onElapsed={onElapsed} />}
      <Button label={messages.retry} onPress={onRetry} />
    </Notice>
  )
}
