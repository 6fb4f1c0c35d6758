import { infiniteQueryOptions, type QueryFunctionContext, skipToken } from '@tanstack/react-query'
import type { ContactArn } from '../contact/contact-arn.ts'
import type { ListCasesForContactResponse } from '../contract/answers.ts'
import { caseDetailsKey } from './case-details-query.ts'
import type { CasesClient, ContactQuestion } from './cases-client.ts'
import { type CasesPage, currentPages, joinPages, nextTokenOf } from './cases-page.ts'
import { CasesError, RefreshPutOff } from './cases-problem.ts'
import { withFreshDetails } from './fresh-details.ts'
import { pinnedOptions } from './pinned-options.ts'
import { isWaitOver } from './retry-at.ts'
import { createRetryPolicy } from './retry-policy.ts'
import { isUnasked } from './unasked-reads.ts'

const retryPolicy = createRetryPolicy(Math.random)

type ContactCasesKey = readonly ['contact-cases', domainId: string, contactArn: ContactArn | null]

/**
 * The cases linked to exactly this contact, page by page; null asks nothing. Where it is the contact that the agent's
 * own was transferred from, the server wants to know that one too: it makes no other list.
 * Never stale by itself, nor when it is marked as due: `readAgain` decides when a request may be spent on it.
 * What nobody holds any more leaves memory after a minute; a desk forgets its contacts at once.
 */
export function contactCasesQuery(
  client: CasesClient,
  contactArn: ContactArn | null,
  { throughContactArn = null, purpose = 'shown' }: Omit<ContactQuestion, 'contactArn'> = {},
) {
  return infiniteQueryOptions<CasesPage, CasesError, ContactCases, ContactCasesKey, string | null>({
    ...pinnedOptions,
    ...retryPolicy,
    queryKey: ['contact-cases', client.domainId, contactArn],
    queryFn:
      contactArn === null
        ? skipToken
        : (context) => readPage(client, { contactArn, throughContactArn, purpose }, context),
    initialPageParam: null,
    getNextPageParam: (_, pages) => nextTokenOf(pages),
    staleTime: 'static',
    // A contact that is viewed again is tried again, but not while the server asked to wait.
    retryOnMount: ({ state }) => isWaitOver(state),
    gcTime: contactArn === null ? 0 : 60_000,
  })
}

/** What is in memory of a contact's cases. */
export interface ContactCases {
  pages: CasesPage[]
  pageParams: (string | null)[]
}

type PageContext = QueryFunctionContext<ContactCasesKey, string | null>

async function readPage(client: CasesClient, question: ContactQuestion, context: PageContext): Promise<CasesPage> {
  const { pageParam: token, queryKey, signal } = context
  const list = context.client.getQueryCache().find<ContactCases>({ queryKey })
  const isRefresh = isUnasked(list)
  // Who sees nothing yet goes before who wants more, or newer.
  const isFirst = list?.state.data === undefined && !question.throughContactArn
  const loaded = currentPages(list?.state.data?.pages ?? [])
  const purpose = isRefresh ? 'refreshing' : isFirst ? question.purpose : 'more'
  const read = async (nextToken: string | null): Promise<CasesPage> => {
    const answer = await client.listCasesForContact({ ...question, ...(purpose && { purpose }), nextToken }, signal)
    const page = toPage(answer, nextToken)
    if (!isRefresh) return page
    const batches = loaded.flatMap((each) => each.batches)
    return withFreshDetails(context.client, caseDetailsKey(client, question.contactArn), batches, page)
  }
  try {
    return await read(token)
  } catch (error) {
    if (isRefresh && isThrottled(error)) throw new RefreshPutOff(error.problem, { cause: error })
    // Only the token that goes on from what is on screen may have grown old; a fresh one that expires is an error.
    if (!isCursorExpired(error) || token === null || loaded.at(-1)?.nextToken !== token) throw error
    return readAgain(read, loaded.flatMap((page) => page.readWith).length + 1)
  }
}

function toPage({ cases, nextToken, detailsToken }: ListCasesForContactResponse, readWith: string | null): CasesPage {
  const batches = detailsToken === null ? [] : [{ detailsToken, caseIds: cases.map((each) => each.caseId) }]
  return { cases, nextToken, readWith: [readWith], batches, readAt: Date.now(), restarted: false }
}

/** Reads that many pages from the first one on, into one page that replaces all before it. */
async function readAgain(read: (token: string | null) => Promise<CasesPage>, pageCount: number): Promise<CasesPage> {
  const pages = [await read(null)]
  while (pages.length < pageCount) {
    const token = nextTokenOf(pages)
    if (token === null) break
    pages.push(await read(token))
  }
  return joinPages(pages)
}

function isThrottled(error: unknown): error is CasesError {
  return error instanceof CasesError && error.problem.code === 'throttled'
}

function isCursorExpired(error: unknown): boolean {
  return error instanceof CasesError && error.problem.code === 'cursor_expired'
}
