import { EventEmitter, once } from 'node:events'
import { expect, test } from 'vitest'
import type { CasesGateway } from './cases-gateway.ts'
import { createFieldLabels } from './field-labels.ts'
import { fail, succeed } from './result.ts'
import type { Field } from './upstream-answer.ts'

type FieldsGateway = Pick<CasesGateway, 'listFields' | 'listFieldOptions'>

const throttled = fail({ code: 'throttled', reason: 'HTTP 429', passing: false } as const)
const fields: readonly Field[] = [
  { fieldId: 'status', name: 'Status', type: 'SingleSelect' },
  { fieldId: 'carrier', name: 'Carrier', type: 'SingleSelect' },
  { fieldId: 'order', name: 'Order number', type: 'Text' },
  { fieldId: 'secret', name: 'Not shown', type: 'SingleSelect' },
]

/** Labels of a domain with these fields, whose single-selects can hold one value, and what was asked. */
function labelling(gateway: Partial<FieldsGateway> = {}, rowFields: readonly string[] = ['carrier', 'order']) {
  const asked: string[] = []
  const counted: FieldsGateway = {
    listFields(domainId, asker) {
      asked.push(`fields of ${domainId}`)
      return gateway.listFields?.(domainId, asker) ?? Promise.resolve(succeed(fields))
    },
    listFieldOptions(question, asker) {
      asked.push(`options of ${question.fieldId}`)
      const options = [{ name: `One ${question.fieldId}`, value: 'one' }]
      return gateway.listFieldOptions?.(question, asker) ?? Promise.resolve(succeed(options))
    },
  }
  const limits = { deadlineMs: 5_000, labelsMs: 50 }
  const labelsOf = createFieldLabels({ gateway: counted, rowFields, now: () => 0, limits })
  return { labelsOf, asked }
}

test('the fields of the setting are known by name and type, and their values by label', async () => {
  const { labelsOf, asked } = labelling()
  expect(await labelsOf('domain')).toEqual({
    fields: new Map([
      ['carrier', fields[1]],
      ['order', fields[2]],
    ]),
    options: new Map([
      ['status', new Map([['one', 'One status']])],
      ['carrier', new Map([['one', 'One carrier']])],
    ]),
  })
  expect(asked.toSorted()).toEqual(['fields of domain', 'options of carrier', 'options of status'])
})

test('without fields of a setting only the status needs labels', async () => {
  const { labelsOf, asked } = labelling({}, [])
  await labelsOf('domain')
  expect(asked).toEqual(['options of status'])
})

test('the status is asked about once, even where the setting names it', async () => {
  const { labelsOf, asked } = labelling({}, ['status'])
  expect((await labelsOf('domain')).fields?.get('status')?.name).toBe('Status')
  expect(asked.toSorted()).toEqual(['fields of domain', 'options of status'])
})

test('labels that cannot be had are left out, and asked for again the next time', async () => {
  let works = false
  const { labelsOf } = labelling({
    listFields: async () => (works ? succeed(fields) : throttled),
    listFieldOptions: async () => (works ? succeed([{ name: 'Open', value: 'open' }]) : throttled),
  })
  expect(await labelsOf('domain')).toEqual({ fields: null, options: new Map([['status', new Map()]]) })
  works = true
  expect((await labelsOf('domain')).options.get('status')?.get('open')).toBe('Open')
})

test('labels that are late are left out, and the question for them goes on', async () => {
  const service = new EventEmitter()
  const signals: AbortSignal[] = []
  const { labelsOf } = labelling(
    {
      async listFieldOptions(_, { signal }) {
        signals.push(signal)
        await once(service, 'answer')
        return succeed([])
      },
    },
    [],
  )
  expect((await labelsOf('domain')).options.get('status')).toEqual(new Map())
  expect(signals.map(({ aborted }) => aborted)).toEqual([false])
  service.emit('answer')
})
