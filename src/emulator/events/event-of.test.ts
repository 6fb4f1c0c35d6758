import { expect, test } from 'vitest'
import type { DomainChange } from '../change.ts'
import type { EventConfiguration } from '../entities.ts'
import { eventOf } from './event-of.ts'

const at = '2026-01-02T03:04:05.678Z'
const account = { accountId: '123456789012', region: 'eu-west-2', instanceId: 'i' }
const domainArn = 'arn:aws:cases:eu-west-2:123456789012:domain/d'
const on: EventConfiguration = {
  enabled: true,
  includedData: {
    caseData: { fields: [{ id: 'title' }, { id: 'summary' }, { id: 'owner' }, { id: 'case_id' }, { id: 'other' }] },
    relatedItemData: { includeContent: true },
  },
}
const aCase = {
  caseId: 'c',
  templateId: 't',
  fields: { title: 'Broken', summary: null, owner: { userArn: 'arn:u' }, secret: 'x', created_datetime: at },
}
const contact = { type: 'Contact', relatedItemId: 'r', caseId: 'c', associationTime: at, contactArn: 'arn:c' } as const
const comment = { type: 'Comment', relatedItemId: 'r', caseId: 'c', associationTime: at, body: 'Called back' } as const

test('an updated case is an event with the configured fields that have a value', () => {
  const performedBy = { userArn: 'arn:agent' }
  const changedFieldIds = ['title', 'last_updated_datetime']
  expect(of({ kind: 'caseUpdated', domainId: 'd', at, performedBy, case: aCase, changedFieldIds })).toEqual({
    version: '0',
    id: 'event-1',
    'detail-type': 'Amazon Connect Cases Change',
    source: 'aws.cases',
    account: '123456789012',
    time: '2026-01-02T03:04:05Z',
    region: 'eu-west-2',
    resources: [domainArn, `${domainArn}/case/c`],
    detail: {
      version: '0',
      eventType: 'CASE.UPDATED',
      approximateChangeTime: at,
      performedBy: { user: { userArn: 'arn:agent' }, iamPrincipalArn: 'arn:aws:iam::123456789012:role/emulator' },
      changedFieldIds: ['title', 'last_updated_datetime'],
      case: {
        caseId: 'c',
        templateId: 't',
        createdDateTime: at,
        fields: {
          title: { value: { stringValue: 'Broken' } },
          owner: { value: { userArnValue: 'arn:u' } },
          case_id: { value: { stringValue: 'c' } },
        },
      },
    },
  })
})

test.each([
  ['CASE.CREATED', { kind: 'caseCreated', domainId: 'd', at, case: aCase }, `${domainArn}/case/c`],
  ['CASE.DELETED', { kind: 'caseDeleted', domainId: 'd', at, case: aCase }, `${domainArn}/case/c`],
  [
    'RELATED_ITEM.CREATED',
    { kind: 'relatedItemCreated', domainId: 'd', at, item: contact },
    `${domainArn}/case/c/related-item/r`,
  ],
  [
    'CASE.RELATED_ITEM.DELETED',
    { kind: 'relatedItemDeleted', domainId: 'd', at, item: comment },
    `${domainArn}/case/c/related-item/r`,
  ],
] as const)('%s names what it is about', (eventType, change, resource) => {
  expect(of(change)).toMatchObject({ resources: [domainArn, resource], detail: { eventType } })
})

test.each([
  ['a contact', contact, { contact: { contactArn: 'arn:c' } }, 'contact.contactArn'],
  ['a comment', comment, { comment: { body: 'Called back' } }, 'comment.commentText'],
])('%s is told with its content', (_, item, content, attribute) => {
  const { type: relatedItemType, relatedItemId, caseId } = item
  expect(of({ kind: 'relatedItemCreated', domainId: 'd', at, item })).toMatchObject({
    detail: {
      changedAttributes: [attribute],
      relatedItem: { relatedItemType, relatedItemId, caseId, createdDateTime: at, ...content },
    },
  })
})

test('without configured data there are only ids', () => {
  const bare = { enabled: true }
  const ofCase = of({ kind: 'caseCreated', domainId: 'd', at, case: aCase }, bare)
  expect(ofCase).toMatchObject({ detail: { case: { caseId: 'c', fields: {} } } })
  const ofItem = of({ kind: 'relatedItemCreated', domainId: 'd', at, item: contact }, bare)
  expect(ofItem).not.toHaveProperty('detail.relatedItem.contact')
})

test('who is no user is a custom entity, and nobody is only the role', () => {
  const change = { kind: 'caseDeleted', domainId: 'd', at, case: aCase } as const
  expect(of({ ...change, performedBy: { customEntity: 'robot' } })).toHaveProperty('detail.performedBy.user', {
    customEntity: 'robot',
  })
  expect(of(change)).not.toHaveProperty('detail.performedBy.user')
})

test('there is no event while the configuration is off, nor of what is not a case', () => {
  expect(of({ kind: 'caseDeleted', domainId: 'd', at, case: aCase }, { enabled: false })).toBeNull()
  const template = { templateId: 't', name: 'Order', status: 'Active' } as const
  expect(of({ kind: 'templatePut', domainId: 'd', at, template })).toBeNull()
})

function of(change: DomainChange, configuration = on) {
  return eventOf(change, configuration, account, 'event-1')
}
