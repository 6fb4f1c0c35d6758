import { type CasesClient, createCasesClient } from '../../../../src/cases/cases-client.ts'
import { CasesError, type CasesProblem } from '../../../../src/cases/cases-problem.ts'
import { arnOf } from '../../../../src/cases/testing/arns.ts'
import { foundCase } from '../../../../src/cases/testing/scripted-backend.ts'
import { problemMediaType } from '../../../../src/contract/problem-catalogue.ts'
import { caseUrl } from '../../../../src/panel/case-url.ts'
import { createPreferences } from '../../../../src/panel/preferences.ts'
import { returnUrlOf } from '../../../../src/sign-in/return-message.ts'
import { ofText, ofValue, type Parser, unlessNull, type Verdict } from '../parser.ts'

const { signal } = new AbortController()

type Ask = (client: CasesClient) => Promise<unknown>

const askList: Ask = async (client) => {
  const { cases } = await client.listCasesForContact({ contactArn: arnOf('c-1') }, signal)
  // What the panel makes of ids: a link, and a question.
  for (const { caseId } of cases) caseUrl('https://example.com/{caseId}', caseId)
  await Promise.all(cases.slice(0, 1).map(({ templateId }) => client.getTemplate(templateId, signal).catch(expected)))
}
const askDetails: Ask = (client) => client.caseDetails({ detailsToken: 'token' }, signal)

/** What the panel makes of an answer: it is there, or it is one of the failures that the panel has words for. */
async function ask(question: Ask, answer: () => Response, isAccepted: IsAccepted = isAnswer): Promise<Verdict> {
  const client = createCasesClient({ apiBaseUrl: '/api', domainId: 'domain', fetch: async () => answer() })
  const problem = await question(client).then(() => null, expected)
  return isAccepted(problem) ? 'accepted' : 'refused'
}

type IsAccepted = (problem: CasesProblem | null) => boolean
const isAnswer: IsAccepted = (problem) => problem === null
const isProblem: IsAccepted = (problem) => problem?.code === 'throttled'
const namesTime: IsAccepted = (problem) => problem?.retryAfterMs != null

function expected(error: unknown): CasesProblem {
  if (!(error instanceof CasesError)) throw error
  const { code, retryable, retryAfterMs } = error.problem
  // Where a request did not even leave, the fault is ours.
  if (code === 'unreachable') throw error
  if (typeof retryable !== 'boolean' || !(retryAfterMs === null || retryAfterMs >= 0)) throw error
  return error.problem
}

const asJson = (value: unknown) => () => new Response(JSON.stringify(value) ?? '')
const asProblem = (text: string) => () =>
  new Response(text, { status: 429, headers: { 'content-type': problemMediaType, 'retry-after': '2' } })

const listed = { cases: [{ caseId: 'case-1', templateId: 'general' }], nextToken: 'next', detailsToken: 'details' }
const field = (type: string, value: unknown) => ({ type, fieldId: 'f', name: 'Field', value })
const found = foundCase('case-1', { createdAt: '2026-11-24T09:00:00Z' })
const failed = { outcome: 'failed', caseId: 'case-2', code: 'throttled', retryable: true }
const told = {
  results: [{ ...found, fields: [field('Text', 'a'), field('SingleSelect', { value: 'v', label: null })] }, failed],
}
const template = { templateId: 'general', name: 'General', status: 'Active' }
const problem = {
  type: 'about:blank',
  title: 'Too many',
  status: 429,
  code: 'throttled',
  detail: 'scripted',
  retryable: true,
  instance: 'request-1',
  errors: [{ field: 'body', detail: 'is wrong' }],
}
const preferences = { grouped: false, order: 'status', collapsed: ['general'], shortcuts: true, fieldLine: false }

/** Headers that a browser gives to pages hold what a server sent, but for what no header may hold. */
function withRetryAfter(text: string): () => Response {
  const headers = new Headers({ 'content-type': problemMediaType })
  try {
    headers.set('retry-after', text)
  } catch {} // not a value of a header: a browser would not have taken the answer
  return () => new Response(JSON.stringify(problem), { status: 429, headers })
}

export const answerParsers: readonly Parser[] = [
  ofValue('answer with a list of cases', [listed], (value) => ask(askList, asJson(value))),
  ofValue('answer with details', [told], (value) => ask(askDetails, asJson(value))),
  ofValue('answer with templates', [{ templates: [template] }], (value) =>
    ask((client) => client.listTemplates(signal), asJson(value)),
  ),
  ofValue('answer with a template', [{ ...template, status: 'Deleted' }], (value) =>
    ask((client) => client.getTemplate('general', signal), asJson(value)),
  ),
  ofText('answer with a problem', [JSON.stringify(problem)], (text) => ask(askDetails, asProblem(text), isProblem)),
  ofText('header Retry-After', ['2', '120'], (text) => ask(askDetails, withRetryAfter(text), namesTime)),
  ofText('preferences in localStorage', [JSON.stringify(preferences)], (text) => {
    const { order } = createPreferences({ getItem: () => text, setItem: () => {} }, 'key').get()
    return order === 'listed' ? 'refused' : 'accepted'
  }),
  ofValue(
    'message of the sign-in page',
    [{ source: 'contact-cases-sign-in', url: 'https://example.com/sign-in.html?code=c&state=s' }],
    (value) => unlessNull(returnUrlOf(value, 's')),
  ),
]
