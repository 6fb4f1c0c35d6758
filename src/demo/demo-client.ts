import { type CasesClient, createCasesClient } from '../cases/cases-client.ts'
import type { PanelState } from './demo-state.ts'
import { type Conditions, createScriptedFetch } from './scripted-fetch.ts'

const hour = 60 * 60_000

/** The real client over the pretended server of a state. */
export function createDemoClient(
  { backend, readsAll }: Pick<PanelState, 'backend' | 'readsAll'>,
  conditions: Conditions,
): CasesClient {
  const fetch = createScriptedFetch(backend, conditions)
  // The longest wait on the page is a state to look at, not one that ends after half a minute.
  const client = createCasesClient({ apiBaseUrl: '/api', domainId: 'demo', fetch, deadlineMs: hour })
  return readsAll ? readingAll(client) : client
}

const tokenSeparator = '\n'

/** The same client, whose first page is all pages. */
function readingAll(client: CasesClient): CasesClient {
  return {
    ...client,
    async listCasesForContact({ contactArn }, signal) {
      const pages = [await client.listCasesForContact({ contactArn }, signal)]
      for (let next = pages[0]?.nextToken; next; next = pages.at(-1)?.nextToken) {
        pages.push(await client.listCasesForContact({ contactArn, nextToken: next }, signal))
      }
      return {
        cases: pages.flatMap((page) => page.cases),
        nextToken: null,
        detailsToken: pages.map((page) => page.detailsToken).join(tokenSeparator),
      }
    },
    async caseDetails({ detailsToken, ...input }, signal) {
      const tokens = detailsToken.split(tokenSeparator)
      const answers = await Promise.all(
        tokens.map((token) => client.caseDetails({ ...input, detailsToken: token }, signal)),
      )
      return { results: answers.flatMap((answer) => answer.results) }
    },
  }
}
