import { atMost, exactly, type Figure } from '../figure.ts'
import { percentile } from '../percentile.ts'
import { countReads } from './read-counts.ts'
import type { ShiftRecord } from './run-shift.ts'

/** What a shift shows, with the goals of the project. */
export function shiftFigures(record: ShiftRecord): readonly Figure[] {
  return [...goalFigures(record), ...readFigures(record), ...refusalFigures(record), ...callFigures(record)]
}

function goalFigures({ login, calls, watch, measuredFrom }: ShiftRecord): Figure[] {
  const waits = watch.waits.filter(({ shownAt }) => shownAt >= measuredFrom)
  const sinceShown = waits.map(({ sinceShownMs }) => sinceShownMs)
  const sinceAccepted = waits.flatMap(({ sinceAcceptedMs }) => sinceAcceptedMs ?? [])
  const templates = login.calls.filter(({ operation }) => operation === 'ListTemplates')
  return [
    figure('calls that were throttled, of any operation', calls.filter(isThrottled).length, exactly(0)),
    figure('contacts that showed something wrong', watch.wrong.size, exactly(0)),
    figure('ListTemplates while everybody logs in', templates.length, exactly(1)),
    figure('p95 of the wait for templates at the login', percentileOf(login.answers, 'templates'), null, 'ms'),
    figure('p95 of the wait for a contact on screen, which rings', percentile(sinceShown, 0.95), atMost(1_000), 'ms'),
    figure('p50 of it', percentile(sinceShown, 0.5), null, 'ms'),
    figure('p95 of the wait once it is accepted', percentile(sinceAccepted, 0.95), atMost(1_000), 'ms'),
    figure('contacts that left without an answer', waits.filter(({ isUnanswered }) => isUnanswered).length, exactly(0)),
    figure('contacts seen', waits.length, null),
  ]
}

function readFigures({ calls, measuredFrom, refreshesPressed }: ShiftRecord): Figure[] {
  const reads = countReads(calls, measuredFrom)
  const perContact = (count: number) => count / reads.contacts
  return [
    figure('ListCasesForContact for a contact, within the cache time', perContact(reads.first), atMost(1)),
    figure('  its list read again after that', perContact(reads.again), null),
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

function figure(name: string, measured: number, goal: Figure['goal'], unit = ''): Figure {
  return { name, measured, goal, unit }
}
