import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query'
import { onTestFinished, vi } from 'vitest'
import { readOn, refresh } from '../case-list.ts'
import { toCaseRows } from '../case-rows.ts'
import { detailsAsksOf } from '../cases-in-memory.ts'
import { toCasesView } from '../cases-view.ts'
import { contactCasesQuery } from '../contact-cases-query.ts'
import { detailsIn, knownDetails } from '../known-details.ts'
import { watchShownCases } from '../watch-shown-cases.ts'
import { arnOf } from './arns.ts'
import { type Call, createScriptedBackend, details as detailsAnswer, foundCase, page } from './scripted-backend.ts'
import { createVisibility } from './visibility-switch.ts'

/** The cases of `c-1`, and of its initial contact if there is one, shown as the panel shows them but without React. */
export function showCases(rule: (call: Call) => void, { initial = false, shown = true } = {}) {
  vi.useFakeTimers()
  const backend = createScriptedBackend(rule)
  const memory = { client: backend.client, queryClient: new QueryClient() }
  const visibility = createVisibility(shown)
  const arns = initial ? [arnOf('c-1'), arnOf('c-0')] : [arnOf('c-1')]
  const observers = arns.map(
    (arn) => new InfiniteQueryObserver(memory.queryClient, contactCasesQuery(memory.client, arn)),
  )
  const undo = [...observers.map((observer) => observer.subscribe(() => {})), watchShownCases(memory, arns, visibility)]
  const hide = () => undo.splice(0).forEach((each) => void each())
  onTestFinished(() => {
    hide()
    vi.useRealTimers()
  })

  const lists = () => observers.map((observer) => observer.getCurrentResult())
  const details = () => arns.map((arn, at) => knownDetails(lists()[at]?.data?.pages ?? [], detailsAsksOf(memory, arn)))
  function rows() {
    const [thisList, initialList] = lists()
    const [own = new Map(), other = new Map()] = details()
    return toCaseRows(thisList?.data?.pages ?? [], initialList?.data?.pages ?? [], (id) => detailsIn(id, own, other))
  }
  return {
    ...backend,
    ...memory,
    memory,
    arns,
    visibility,
    hide,
    /** As a panel has them that was drawn now. */
    lists,
    view: () => toCasesView(rows(), lists()),
    readOn: () => readOn(lists(), () => undo.length > 0),
    refresh: () => refresh(lists()),
    /** Each case in a word: its title, or how its details stand. */
    brief: () =>
      rows().map(({ caseId, details }) => {
        if (details.status === 'known') return `${caseId}: ${details.found.title}`
        return `${caseId} ${details.status === 'failed' ? details.outcome.code : details.status}`
      }),
    /** What was asked since the last look, in a word each. */
    asked: createAsked(backend.calls),
    /** Lets time pass, and everything that is due by then happen. */
    after: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  }
}

function createAsked(calls: readonly Call[]) {
  let seen = 0
  return () => {
    const now = calls.slice(seen)
    seen = calls.length
    return now.map((call) => {
      if (call.route === 'templates') return 'templates'
      if (call.route === 'case-details') return ['details', call.detailsToken, ...(call.caseIds ?? [])].join(' ')
      return ['list', call.contactArn?.split('/').at(-1), call.nextToken].filter(Boolean).join(' ')
    })
  }
}

/** A server that gives `pages` pages of one case each, with new tokens at each read, and titles that count reads. */
export function serverOf(pages: number) {
  let reads = 0
  return (call: Call) => {
    if (call.route === 'case-details') {
      const [, at, read] = call.detailsToken?.split('.') ?? []
      return call.answer(detailsAnswer(foundCase(`case-${at}`, { title: `read ${read}` })))
    }
    if (call.nextToken === null) reads += 1
    const at = Number(call.nextToken?.split('.')[1] ?? 1)
    const next = at < pages ? `next.${at + 1}.${reads}` : null
    call.answer(page([`case-${at}`], next, { detailsToken: `details.${at}.${reads}` }))
  }
}

/** That many pages, all read, and nothing asked since. */
export async function loaded(pages: number, options = {}) {
  const cases = showCases(serverOf(pages), options)
  await cases.after(0)
  for (let read = 1; read < pages; read += 1) {
    cases.readOn()
    await cases.after(0)
  }
  cases.asked()
  return cases
}
