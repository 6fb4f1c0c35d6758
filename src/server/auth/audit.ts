import type { Log } from '../log.ts'
import { contactParts } from './contact-parts.ts'
import type { Ground } from './ground.ts'
import type { Viewer } from './viewer.ts'

interface Shown {
  readonly requestId: string
  readonly viewer: Viewer
  readonly contactArn: string
  readonly ground: Ground
  readonly what: 'list' | 'details'
  /** How many cases the answer carries. */
  readonly count: number
}

/** One line in the log for an answer that carries cases to somebody who is known. */
export function auditCases(log: Log, { requestId, viewer, contactArn, ground, what, count }: Shown): void {
  if (viewer.kind === 'anyone' || count === 0) return
  const { issuer, subject } = viewer
  log({
    event: 'cases_shown',
    requestId,
    issuer,
    subject,
    contactId: contactParts(contactArn).contactId,
    what,
    count,
    ground,
  })
}
