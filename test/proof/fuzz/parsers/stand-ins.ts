import { operations } from '../../../../src/emulator/operations/table.ts'
import { parseSeed } from '../../../../src/emulator/seed.ts'
import { parseSettings } from '../../../../src/emulator/settings.ts'
import { createStore } from '../../../../src/emulator/store.ts'
import { parseAuthorization } from '../../../../src/emulator/switches/authorization.ts'
import { createTokens } from '../../../../src/emulator/tokens.ts'
import { parseHostMessage } from '../../../../src/simulator/ccp/host-message.ts'
import { parseCliOptions } from '../../../../src/simulator/cli-options.ts'
import { parseScript } from '../../../../src/simulator/desk/script.ts'
import { parseSeed as parseSoftphoneSeed } from '../../../../src/simulator/seed.ts'
import { parseAppMessage } from '../../../../src/simulator/workspace/protocol/app-message.ts'
import { seedOf } from '../../../support/emulator.ts'
import { ifOk, ofText, ofValue, type Parser, unlessNull, type Verdict } from '../parser.ts'

const seed = {
  accountId: '111122223333',
  region: 'us-east-1',
  instanceId: 'd1784030-35c9-48c4-a68d-c8f46a423cf9',
  domains: [
    {
      domainId: 'domain',
      name: 'lantern-home',
      templates: [{ templateId: 'repair', name: 'Repair', status: 'Active' }],
      cases: [{ caseId: 'case-1', templateId: 'repair', fields: { title: 'Lamp flickers', status: 'open' } }],
      contacts: [
        { contactId: 'contact-1', caseIds: ['case-1'], label: 'Maria', channel: 'chat', queueName: 'Repairs' },
      ],
    },
  ],
}

const world = {
  store: createStore(seedOf(seed)),
  tokens: createTokens('key'),
  now: () => 0,
  newId: () => 'id',
  linkDelayMs: 0,
}

/** An operation of the emulator; what it would change is not changed. */
function readOperation(name: string, labels: Readonly<Record<string, string>>) {
  const operation = operations.find((each) => each.name === name)
  if (operation === undefined) throw new Error(`The emulator has no operation ${name}.`)
  return (value: unknown): Verdict => {
    const body = JSON.stringify(value) ?? ''
    const { answer } = operation.handle({ labels, query: '', body, contentType: 'application/json' }, world)
    return answer.status < 300 ? 'accepted' : 'refused'
  }
}

const search = {
  searchTerm: 'lamp',
  filter: {
    andAll: [
      { field: { contains: { id: 'title', value: { stringValue: 'Lamp' } } } },
      { orAll: [{ not: { field: { equalTo: { id: 'status', value: { stringValue: 'open' } } } } }] },
    ],
  },
  sorts: [{ fieldId: 'title', sortOrder: 'Asc' }],
  fields: [{ id: 'title' }],
  maxResults: 10,
}

const script = [
  { ring: { as: 'a', channel: 'chat' } },
  { waitUntil: { contact: 'a', phase: 'connecting' } },
  { accept: 'a' },
  { transfer: { contact: 'a', as: 'b' } },
  { session: 'expire' },
]

const authorization =
  'AWS4-HMAC-SHA256 Credential=A/20261124/us-east-1/cases/aws4_request, SignedHeaders=host;x-amz-date, Signature=00ff'

/** A command line is a short list of texts. */
const toArguments = (text: string) => text.split(' ', 40)

export const standInParsers: readonly Parser[] = [
  ofValue('seed', [seed], (value) => ifOk(parseSeed(value))),
  ofValue('search at the emulator', [search], readOperation('SearchCases', { domainId: 'domain' })),
  ofValue(
    'list at the emulator',
    [
      {
        contactArn: `arn:aws:connect:us-east-1:111122223333:instance/${seed.instanceId}/contact/contact-1`,
        maxResults: 1,
      },
    ],
    readOperation('ListCasesForContact', { domainId: 'domain' }),
  ),
  ofText('signature at the emulator', [authorization], (text) => unlessNull(parseAuthorization(text))),
  ofText(
    'command line of the emulator',
    ['--port 4710 --quotas {"GetCase":{"rate":1,"burst":3}} --fault {"kind":"throttled","when":{"first":2}}'],
    (text) => ifOk(parseSettings(toArguments(text))),
  ),
  ofText('command line of the simulator', ['--port 4720 --seed seed.json'], (text) =>
    ifOk(parseCliOptions(toArguments(text))),
  ),
  ofValue('seed of the softphone', [seed], (value) => ifOk(parseSoftphoneSeed(value))),
  ofValue('script of the softphone', [script], (value) => ifOk(parseScript(value))),
  ofValue(
    'message to the softphone',
    [{ event: 'api_request', data: { requestId: '1', method: 'acceptContact', params: {} } }, { event: 'synchronize' }],
    (value) => unlessNull(parseHostMessage(value)),
  ),
  ofValue(
    'message to the workspace',
    [
      { type: 'request', namespace: 'n', command: 'c', requestId: '1' },
      { type: 'subscribe', topic: { namespace: 'n', key: 'k' }, handlerId: 'h' },
    ],
    (value) => unlessNull(parseAppMessage(value)),
  ),
]
