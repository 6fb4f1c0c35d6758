import type { CaseDetails } from '../../cases/case-details.ts'
import type { FoundCase } from '../../contract/answers.ts'
import { fill } from '../../locales/plural.ts'
import { useWords } from '../words-context.tsx'
import { CaseStatus } from './case-status.tsx'
import { CaseUpdated } from './case-updated.tsx'

interface CaseFactsProps {
  readonly details: CaseDetails
  readonly onRetry: () => void
}

/** The second line of a case: what is known of it, or why nothing is. As high in every state. */
export function CaseFacts({ details, onRetry }: CaseFactsProps) {
  const { messages } = useWords()
  switch (details.status) {
    case 'none':
      return null
    case 'loading':
      return (
        <span className="contact-cases-facts-bone">
          <span className="contact-cases-unseen">{messages.list.loadingDetails}</span>
        </span>
      )
    case 'known':
      return <KnownFacts found={details.found} />
    case 'failed':
      return <FailedFacts details={details} onRetry={onRetry} />
  }
}

function KnownFacts({ found: { status, referenceNumber, updatedAt, createdAt } }: { readonly found: FoundCase }) {
  const { messages } = useWords()
  return (
    <>
      {status !== null && <CaseStatus {...status} />}
      {referenceNumber !== null && (
        <span
          className="contact-cases-reference"
          data-tooltip={fill(messages.list.reference, { number: referenceNumber })}
        >
          <span className="contact-cases-unseen">{fill(messages.list.reference, { number: referenceNumber })}</span>
          <bdi aria-hidden="true">{referenceNumber}</bdi>
        </span>
      )}
      {updatedAt !== null ? (
        <CaseUpdated kind="updated" iso={updatedAt} />
      ) : (
        createdAt !== null && <CaseUpdated kind="created" iso={createdAt} />
      )}
    </>
  )
}

interface FailedFactsProps {
  readonly details: Extract<CaseDetails, { status: 'failed' }>
  readonly onRetry: () => void
}

function FailedFacts({ details: { outcome, retrying }, onRetry }: FailedFactsProps) {
  const { messages } = useWords()
  const gone = outcome.code === 'case_not_found'
  const text = gone ? messages.list.caseGone : messages.list.detailsFailed
  return (
    <>
      <span className="contact-cases-facts-problem contact-cases-cut">{text}</span>
      {!gone && (
        // Not `disabled` while it is asked again: that would drop the focus.
        <button
          type="button"
          className="contact-cases-facts-retry"
          tabIndex={-1}
          aria-disabled={retrying}
          onClick={() => !retrying && onRetry()}
        >
          {retrying ? messages.list.loadingDetails : messages.retry}
        </button>
      )}
    </>
  )
}
