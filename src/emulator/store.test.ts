import { expect, test } from 'vitest'
import type { Change } from './change.ts'
import type { World } from './operation.ts'
import { operationOf, perform } from './respond.ts'
import { parseSeed } from './seed.ts'
import { createStore, type Store } from './store.ts'
import { createTokens } from './tokens.ts'

test('the changes of one store make another one like it', () => {
  const { send, changes, store } = service()
  const { caseId } = send('POST', '/domains/d/cases', newCase)
  send('POST', `/domains/d/cases/${caseId}/related-items/`, linkOf('new'))
  send('POST', '/domains/d/cases/seeded/related-items/', linkOf('new'))
  send('PUT', '/domains/d/cases/seeded', { fields: [{ id: 'title', value: { stringValue: 'Two lamps' } }] })
  send('POST', '/domains/d/templates', { name: 'Recall' })
  send('POST', '/domains/d/fields', { name: 'Colour', type: 'Text' })
  send('PUT', '/domains/d/case-event-configuration', { eventBridge: { enabled: true } })
  send('DELETE', `/domains/d/cases/${caseId}`)
  const source = { ExternalUrlConfig: { AccessUrl: 'https://cases.example.com' } }
  const { Arn } = send('POST', '/applications', { Name: 'Cases', Namespace: 'cases', ApplicationSourceConfig: source })
  send('PATCH', `/applications/${encodeURIComponent(String(Arn))}`, { Description: 'All of them' })
  const associations = '/instance/i/integration-associations'
  send('PUT', associations, { IntegrationType: 'APPLICATION', IntegrationArn: Arn })
  send('DELETE', `${associations}/seeded-0`)
  send('PUT', '/instance/i/approved-origin', { Origin: 'https://cases.example.com' })
  send('POST', '/security-profiles/i/agents', { Permissions: ['BasicAgentAccess'] })
  expect(changes).toHaveLength(14)

  const replayed = createStore(seed())
  // As a journal has them: JSON.
  for (const change of changes) replayed.apply(JSON.parse(JSON.stringify(change)))
  expect(contentOf(replayed)).toEqual(contentOf(store))
})

test('a client token is remembered by a store made of the changes', () => {
  const first = service()
  const body = { ...newCase, clientToken: 'once' }
  const made = first.send('POST', '/domains/d/cases', body)
  const second = service()
  for (const change of first.changes) second.store.apply(change)
  expect(second.send('POST', '/domains/d/cases', body)).toEqual(made)
  expect(second.changes).toEqual([])
})

test('a write that is refused changes nothing', () => {
  const { send, changes, store } = service()
  const before = contentOf(store)
  send('POST', '/domains/d/cases', { ...newCase, fields: [] })
  send('PUT', '/domains/d/cases/gone', { fields: [] })
  send('DELETE', '/domains/d/templates/gone')
  expect(changes).toEqual([])
  expect(contentOf(store)).toEqual(before)
})

test('a new link is listed after the delay, a seeded one at once', () => {
  let now = Date.parse('2025-01-01T00:00:00Z')
  const { send } = service({ now: () => now, linkDelayMs: 1_000 })
  const listed = () => send('POST', '/domains/d/list-cases-for-contact', { contactArn: 'arn:aws:seeded' })['cases']
  const { caseId } = send('POST', '/domains/d/cases', newCase)
  send('POST', `/domains/d/cases/${caseId}/related-items/`, linkOf('seeded'))
  now += 999
  expect(listed()).toEqual([{ caseId: 'seeded', templateId: 't' }])
  now += 1
  expect(listed()).toHaveLength(2)
})

test('a change of a domain that is not there is a mistake', () => {
  const change: Change = {
    kind: 'caseDeleted',
    domainId: 'x',
    at: '',
    case: { caseId: 'c', templateId: 't', fields: {} },
  }
  expect(() => createStore(seed()).apply(change)).toThrow('no domain "x"')
})

const newCase = {
  templateId: 't',
  fields: ['title', 'customer_id'].map((id) => ({ id, value: { stringValue: 'Lamp' } })),
}

function linkOf(contact: string): object {
  return { type: 'Contact', content: { contact: { contactArn: `arn:aws:${contact}` } } }
}

/** A service without HTTP: what it answers, and every change it made. */
function service(switches: Partial<World> = {}) {
  const changes: Change[] = []
  let ids = 0
  const world: World = {
    store: createStore(seed()),
    tokens: createTokens('key'),
    now: () => 0,
    newId: () => `id-${ids++}`,
    linkDelayMs: 0,
    ...switches,
  }
  function send(method: string, target: string, body: object = {}): Readonly<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json' }
    const request = { method, target, headers, body: JSON.stringify(body) }
    const match = operationOf(request)
    if (match === null) throw new Error(`there is no operation ${method} ${target}`)
    const outcome = perform(match, request, world)
    changes.push(...outcome.changes)
    return { ...outcome.answer.body }
  }
  return { send, changes, store: world.store }
}

function contentOf({ domains, instance }: Store): unknown {
  const { applications, associations, approvedOrigins, securityProfiles } = instance
  const ofDomains = [...domains.values()].map(
    ({ templates, fields, cases, relatedItems, eventConfiguration, clientTokens }) => ({
      ...{ templates, fields, cases, clientTokens, eventConfiguration },
      items: [...relatedItems.all()],
      links: relatedItems.linksByContact,
    }),
  )
  return { ofDomains, applications, associations, approvedOrigins, securityProfiles }
}

function seed() {
  const reading = parseSeed({
    accountId: '123456789012',
    region: 'us-east-1',
    instanceId: 'i',
    securityProfiles: [{ securityProfileId: 'agents', name: 'Agent' }],
    domains: [
      {
        domainId: 'd',
        name: 'Domain',
        templates: [{ templateId: 't', name: 'Order', status: 'Active' }],
        cases: [{ caseId: 'seeded', templateId: 't', fields: { title: 'One lamp' } }],
        contacts: [{ contactArn: 'arn:aws:seeded', caseIds: ['seeded'] }],
      },
    ],
  })
  if (!reading.ok) throw new Error(reading.message)
  return reading.seed
}
