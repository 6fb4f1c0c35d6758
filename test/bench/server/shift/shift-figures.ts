import { atMost, exactly, type Figure, figure } from '../../../support/figure.ts'
import { percentile } from '../percentile.ts'
import { countReads } from './read-counts.ts'
import type { ShiftRecord } from './run-shift.ts'
import { waitFigures } from './wait-figures.ts'

/** What a shift shows, with the goals of the project. */
export function shiftFigures(record: ShiftRecord): readonly Figure[] {
  const parts = [callGoals, waitFigures, readFigures, refusalFigures, callFigures]
  return parts.flatMap((part) => part(record))
}

function callGoals({ login, calls, watch, instances, storeAway }: ShiftRecord): Figure[] {
  const templates = login.calls.filter(({ operation }) => operation === 'ListTemplates')
  return [
    figure('calls that were throttled, of any operation', calls.filter(isThrottled).length, exactly(0)),
    figure('contacts that showed something wrong', watch.wrong.size, exactly(0)),
    figure('ListTemplates while everybody logs in', templates.length, atMost(instances)),
    figure('p95 of the wait for templates at the login', percentileOf(login.answers, 'templates'), null, 'ms'),
    ...(instances > 1 ? [figure('times that an instance lost the store', storeAway, null)] : []),
  ]
}

function readFigures({ calls, answers, measuredFrom, refreshesPressed }: ShiftRecord): Figure[] {
  const reads = countReads(calls, answers, measuredFrom)
  const perContact = (count: number) => count / reads.contacts
  return [
    figure('ListCasesForContact for a contact, within the cache time', perContact(reads.first), atMost(1)),
    ...[...reads.again].map(([cause, count]) => figure(`  again, ${cause}`, perContact(count), null)),
    figure('  its further pages', perContact(reads.further), null),
    figure('  "refresh" pressed, in the whole shift', refreshesPressed, null),
  ]
}

function refusalFigures({ answers }: ShiftRecord): Figure[] {
  const purposes = [...new Set(answers.map(({ purpose }) => purpose))].sort()
  const refused = purposes.map((purpose) => {
    const own = answers.filter((answer) => answer.purpose === purpose)
    const throttled = own.filter(({ status }) => status === 429).length
    return figure(`429 of ${own.length} requests, purpose ${purpose}`, throttled, null)
  })
  const others = answers.filter(({ status }) => status >= 400 && status !== 429)
  const statuses = [...new Set(others.map(({ status }) => status))].sort()
  return [
    ...refused,
    ...statuses.map((code) =>
      figure(`${code} of all requests`, others.filter(({ status }) => status === code).length, null),
    ),
  ]
}

function callFigures({ calls, measuredFrom, measuredMs }: ShiftRecord): Figure[] {
  const own = calls.filter(({ at }) => at >= measuredFrom)
  const operations = [...new Set(own.map(({ operation }) => operation))].sort()
  return operations.map((name) => {
    const count = own.filter(({ operation }) => operation === name).length
    return figure(`${name}, calls a second`, count / (measuredMs / 1_000), null)
  })
}

// How the services say it: ThrottlingException and TooManyRequestsException are both 429.
function isThrottled({ status }: { readonly status: number }): boolean {
  return status === 429
}

function percentileOf(answers: ShiftRecord['answers'], route: string): number {
  const times = answers.filter((answer) => answer.route === route).map(({ ms }) => ms)
  return percentile(times, 0.95)
}
