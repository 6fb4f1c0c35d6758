import { useWords } from '../words-context.tsx'

/** Stands in for rows that take long; the stylesheet keeps it unseen for the first 150 ms, so that it never flashes. */
export function Skeleton() {
  const { messages } = useWords()
  return (
    <div className="contact-cases-skeleton" role="status">
      <span className="contact-cases-unseen">{messages.loading}</span>
      <span className="contact-cases-bone" />
      <span className="contact-cases-bone" />
      <span className="contact-cases-bone" />
    </div>
  )
}
