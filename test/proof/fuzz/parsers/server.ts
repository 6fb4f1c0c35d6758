import { createCasesClient } from '../../../../src/cases/cases-client.ts'
import { pageConfigSchema } from '../../../../src/contract/page-config.ts'
import { hasRepeatedMember } from '../../../../src/server/auth/repeated-member.ts'
import { openCursor, sealCursor } from '../../../../src/server/cursor.ts'
import { openPage, sealPage } from '../../../../src/server/details-token.ts'
import { readSettings } from '../../../../src/server/env.ts'
import { createStoredLedger } from '../../../../src/server/ledger/stored-ledger.ts'
import { parseUrgency } from '../../../../src/server/quota/urgency.ts'
import { succeed } from '../../../../src/server/result.ts'
import { createSeals } from '../../../../src/server/seal.ts'
import { answerForms } from '../../../../src/server/shared-answers/answer-forms.ts'
import { casesPage, fieldsPage, oneCase, searchPage, templatesPage } from '../../../../src/server/upstream-answer.ts'
import { fixedBytes } from '../fixed-bytes.ts'
import { ifOk, ifParsed, ofText, ofValue, type Parser, unlessNull } from '../parser.ts'

const seals = createSeals({ keys: [{ id: 'a', key: fixedBytes(32) }], randomBytes: fixedBytes })
const scope = { domainId: 'domain', contactArn: 'contact', owner: [] } as const
const page = { contactArn: 'contact', throughContactArn: null, caseIds: ['case-1', 'case-2'] }
const cursor = sealCursor(seals, 'next', scope)
const detailsToken = sealPage(seals, page, scope) ?? ''

const instances = JSON.stringify({ 'arn:aws:connect:us-east-1:111122223333:instance/i': 'domain' })
const signedIn = {
  OIDC_ISSUER: 'https://issuer.example.com',
  OIDC_AUDIENCE: 'contact-cases',
  INSTANCES: instances,
  SUPERVISOR_GROUP: 'groups=supervisors',
  FRAME_ANCESTORS: "'self' https://*.my.connect.aws",
  ALLOWED_ORIGINS: 'https://desk.example.com',
  STORE: 'rediss://user:password@store.example.com:6379/1',
  SEAL_KEYS: `a:${Buffer.from(fixedBytes(32)).toString('base64')}`,
}
const alone = {
  AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:4710',
  AWS_REGION: 'us-east-1',
  PORT: '8787',
  DEADLINE_MS: '5000',
  QUOTAS: '{"ListCasesForContact":{"rate":10,"burst":20}}',
  ROW_FIELDS: 'priority, owner',
}

/** An environment holds texts and nothing else. */
function toEnvironment(value: unknown): Record<string, string> {
  const entries = Object.entries(Object(value)).filter(([, each]) => typeof each === 'string')
  return Object.fromEntries(entries.map(([name, each]) => [name, String(each)]))
}

const config = {
  host: 'streams',
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  region: 'us-east-1',
  domainId: 'af5d8bb0-9f2e-4ea4-b658-90e0f94855d0',
  apiBaseUrl: 'https://api.example.com/cases/',
  caseUrlTemplate: 'https://example.com/cases/{caseId}',
  locale: 'de',
  auth: { issuer: 'https://issuer.example.com', clientId: 'page', origins: ['https://login.example.com'] },
}

const { host: _host, ccpUrl: _ccpUrl, ...anywhere } = config
const inWorkspace = { ...anywhere, host: 'workspace' }
const inFrame = { ...anywhere, host: 'frame', embedders: ['https://desktop.example.com'] }

const listedUpstream = { cases: [{ caseId: 'case-1', templateId: 'general' }], nextToken: 'next' }
const fields = [
  { id: 'title', value: { stringValue: 'Lamp' } },
  { id: 'count', value: { doubleValue: 2 } },
  { id: 'none', value: { emptyValue: {} } },
]
const upstreamTemplates = { templates: [{ templateId: 'general', name: 'General', status: 'Active' }], nextToken: null }

export const serverParsers: readonly Parser[] = [
  ofValue('settings of the page', [config, inWorkspace, inFrame], (value) => {
    const parsed = pageConfigSchema.safeParse(value)
    if (parsed.success) createCasesClient({ ...parsed.data, fetch: () => Promise.reject(new Error('not asked')) })
    return ifParsed(parsed)
  }),
  ofValue('environment of the server', [signedIn, alone], (value) => ifOk(readSettings(toEnvironment(value)))),
  ofText('cursor', [cursor], (text) => unlessNull(openCursor(seals, text, scope))),
  ofText('details token', [detailsToken], (text) => unlessNull(openPage(seals, text, scope))),
  // What anyone can seal who has a key: an older version, or another.
  ofValue('page in a details token', [page], (value) => {
    const sealed = seals.seal(JSON.stringify(value) ?? '', ['detailsToken', scope.domainId])
    return unlessNull(openPage(seals, sealed, scope))
  }),
  ofText('header Priority', ['u=1', 'i, u=6;x, u=2'], (text) => (parseUrgency(text) === 3 ? 'refused' : 'accepted')),
  ofText('claims with a member twice', ['{"sub":"a","s\\u0075b":["b",{"c":1}]}'], (text) => {
    try {
      JSON.parse(text)
    } catch {
      return 'refused' // it must be valid JSON: the token's own parser has read it before
    }
    return hasRepeatedMember(text) ? 'refused' : 'accepted'
  }),
  ofValue('list of the service', [listedUpstream], (value) => ifParsed(casesPage.safeParse(value))),
  ofValue('case of the service', [{ fields }], (value) => ifParsed(oneCase.safeParse(value))),
  ofValue('search of the service', [{ cases: [{ caseId: 'case-1', fields }, null] }], (value) =>
    ifParsed(searchPage.safeParse(value)),
  ),
  ofValue('templates of the service', [upstreamTemplates], (value) => ifParsed(templatesPage.safeParse(value))),
  ofValue('fields of the service', [{ fields: [{ fieldId: 'title', name: 'Title', type: 'Text' }] }], (value) =>
    ifParsed(fieldsPage.safeParse(value)),
  ),
  ofValue(
    'answer in the store',
    [
      [
        {
          caseId: 'case-1',
          fields: [
            ['title', 'Lamp'],
            ['owner', { userArn: 'a' }],
          ],
        },
      ],
    ],
    (value) => ifParsed(answerForms.searchCases.safeParse(value)),
  ),
  ofValue('ledger in the store', [[1, 'run', 1_000, '{}']], async (value) =>
    ifOk(await createStoredLedger({ run: async () => succeed(value) } as never).read()),
  ),
]
