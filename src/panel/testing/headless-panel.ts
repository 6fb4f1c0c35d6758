import { InfiniteQueryObserver, type QueryClient, QueryObserver } from '@tanstack/react-query'
import { readOn, refresh } from '../../cases/case-list.ts'
import { toCaseRows } from '../../cases/case-rows.ts'
import type { CasesClient } from '../../cases/cases-client.ts'
import { detailsAsksOf, retryDetails } from '../../cases/cases-in-memory.ts'
import { toCasesView } from '../../cases/cases-view.ts'
import type { ReadChanges } from '../../cases/compare-reads.ts'
import { contactCasesQuery } from '../../cases/contact-cases-query.ts'
import { detailsIn, knownDetails } from '../../cases/known-details.ts'
import { templatesQuery } from '../../cases/templates-query.ts'
import type { Visibility } from '../../cases/visibility.ts'
import { watchRefreshes } from '../../cases/watch-refreshes.ts'
import { watchShownCases } from '../../cases/watch-shown-cases.ts'
import type { ContactArn } from '../../contact/contact-arn.ts'
import type { DeskContact } from '../../contact/contact-source.ts'

/** What the panel's hooks do, without React: observers whose options follow the contact, read as of now. */
export function createHeadlessPanel(client: CasesClient, queryClient: QueryClient, visibility: Visibility) {
  const memory = { client, queryClient }
  const thisList = new InfiniteQueryObserver(queryClient, contactCasesQuery(client, null))
  const initialList = new InfiniteQueryObserver(queryClient, contactCasesQuery(client, null))
  const templates = new QueryObserver(queryClient, templatesQuery(client))
  const undo = [thisList, initialList, templates].map((observer) => observer.subscribe(() => {}))
  let shownArns: readonly ContactArn[] = []
  let unshow = () => {}
  let changed: ReadChanges | null = null

  // An effect of the contact's ARNs: it starts anew where these change, and only there.
  function show(arns: readonly ContactArn[]) {
    unshow()
    shownArns = arns
    changed = null
    const stop = [
      watchRefreshes(memory, arns, (changes) => {
        changed = changes
      }),
      watchShownCases(memory, arns, visibility),
    ]
    unshow = () => stop.forEach((each) => void each())
  }

  const lists = ({ initialContactArn }: DeskContact) =>
    (initialContactArn === null ? [thisList] : [thisList, initialList]).map((list) => list.getCurrentResult())

  function view(contact: DeskContact) {
    const [own = [], other = []] = lists(contact).map((list) => list.data?.pages)
    const [details = new Map(), otherDetails = new Map()] = shownArns.map((arn, at) =>
      knownDetails(at === 0 ? own : other, detailsAsksOf(memory, arn)),
    )
    return toCasesView(
      toCaseRows(own, other, (caseId) => detailsIn(caseId, details, otherDetails)),
      lists(contact),
    )
  }

  // A query that was forgotten is another one from then on. React looks for that at each render.
  const isCurrent = (list: typeof thisList) => {
    const held: unknown = queryClient.getQueryCache().get(list.getCurrentQuery().queryHash)
    return held === list.getCurrentQuery()
  }

  return {
    follow(contact: DeskContact | null) {
      const arns = [contact?.contactArn, contact?.initialContactArn].filter((arn) => arn != null)
      const isSame = arns.join() === shownArns.join()
      if (isSame && isCurrent(thisList) && isCurrent(initialList)) return
      thisList.setOptions(contactCasesQuery(client, contact?.contactArn ?? null))
      initialList.setOptions(
        contactCasesQuery(client, contact?.initialContactArn ?? null, {
          throughContactArn: contact?.contactArn ?? null,
        }),
      )
      if (!isSame) show(arns)
    },
    view,
    changed: () => changed,
    templates: () => templates.getCurrentResult().data ?? null,
    press(contact: DeskContact) {
      const arns = shownArns
      readOn(lists(contact), () => arns === shownArns)
    },
    refresh: (contact: DeskContact) => refresh(lists(contact)),
    retry: (caseId: string) => void shownArns.find((arn) => retryDetails(memory, arn, caseId)),
    close() {
      show([])
      for (const each of undo) each()
    },
  }
}

export type HeadlessPanel = ReturnType<typeof createHeadlessPanel>
