import { setTimeout as sleep } from 'node:timers/promises'
import { ConnectCasesClient, ListCasesForContactCommand, ListTemplatesCommand } from '@aws-sdk/client-connectcases'
import type { ListCasesForContactRequest } from '../contract/list-cases-for-contact.ts'
import { limitBody } from './largest-answer.ts'
import { type Result, succeed } from './result.ts'
import { type CasesPage, casesPage, type Template, type TemplatesPage, templatesPage } from './upstream-answer.ts'
import { callUpstream } from './upstream-call.ts'
import type { UpstreamProblem } from './upstream-problem.ts'

/** Amazon Connect Cases, as far as the server asks it. Answers are checked; what goes wrong is a value. */
export interface CasesGateway {
  listCasesForContact(
    input: ListCasesForContactRequest & { readonly domainId: string },
    signal: AbortSignal,
  ): Promise<Result<CasesPage, UpstreamProblem>>
  /** Every template of the domain that is not deleted, all pages. */
  listTemplates(domainId: string, signal: AbortSignal): Promise<Result<readonly Template[], UpstreamProblem>>
}

/** How to reach Amazon Connect Cases. */
export interface GatewaySettings {
  readonly region: string
  /** Left out, the SDK's own rules apply: `AWS_ENDPOINT_URL_CONNECTCASES`, the profile, the Region. */
  readonly endpoint?: string
  /** `placeholder` signs with made-up keys: an emulator takes any, and a newcomer has none. */
  readonly credentials: 'sdk' | 'placeholder'
}

// 100 templates with all their tags stay below this; a page of cases has some kilobytes.
const largestAnswerBytes = 4_000_000
const templatesPerPage = 100
const placeholder = { accessKeyId: 'placeholder', secretAccessKey: 'placeholder' }

/** The gateway over the AWS SDK: make one and keep it, its connections stay open. */
export function createGateway(settings: GatewaySettings): CasesGateway {
  const client = createClient(settings)
  return {
    listCasesForContact: (input, signal) =>
      callUpstream({
        send: () => client.send(new ListCasesForContactCommand(input), { abortSignal: signal }),
        schema: casesPage,
        signal,
        nextTokenSent: input.nextToken !== undefined,
        pause,
      }),

    listTemplates: (domainId, signal) =>
      gatherTemplates((nextToken) => {
        const input = { domainId, maxResults: templatesPerPage, ...(nextToken !== null && { nextToken }) }
        return callUpstream({
          send: () => client.send(new ListTemplatesCommand(input), { abortSignal: signal }),
          schema: templatesPage,
          signal,
          nextTokenSent: false, // the browser holds no token that could have expired
          pause,
        })
      }),
  }
}

async function gatherTemplates(
  getPage: (nextToken: string | null) => Promise<Result<TemplatesPage, UpstreamProblem>>,
): Promise<Result<readonly Template[], UpstreamProblem>> {
  const templates: Template[] = []
  const asked = new Set<string | null>()
  let nextToken: string | null = null
  do {
    asked.add(nextToken)
    const page = await getPage(nextToken)
    if (!page.ok) return page
    templates.push(...page.value.templates)
    nextToken = page.value.nextToken
  } while (!asked.has(nextToken)) // null was asked first; any other token asked again would go in circles
  return succeed(templates)
}

function createClient({ region, endpoint, credentials }: GatewaySettings): ConnectCasesClient {
  const client = new ConnectCasesClient({
    region,
    ...(endpoint !== undefined && { endpoint }),
    ...(credentials === 'placeholder' && { credentials: placeholder }),
    // Retries are ours: the SDK's wait up to seconds, and know neither our deadline nor the account's quota.
    maxAttempts: 1,
  })
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const response = result.response as { body?: unknown } // the SDK has it as unknown; it is its HttpResponse
      response.body = limitBody(response.body, largestAnswerBytes)
      return result
    },
    // Low is last: after this the body goes straight to the deserializer.
    { step: 'deserialize', priority: 'low', name: 'limitBody' },
  )
  return client
}

function pause(): Promise<void> {
  return sleep(50 + Math.random() * 50)
}
