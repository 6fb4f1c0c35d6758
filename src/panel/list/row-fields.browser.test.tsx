import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { RowField } from '../../contract/answers.ts'
import { en } from '../../locales/en.ts'
import { createWords } from '../../locales/words.ts'
import { renderList } from './testing/render-list.tsx'
import { caseRow, known } from './testing/rows.ts'

const row = (name: RegExp) => screen.getByRole('row', { name })
const withFields = (...fields: readonly RowField[]) => [caseRow('1', { details: known('1', { fields: [...fields] }) })]
const named = { fieldId: 'f', name: 'Field' } as const

test.each<[RowField, string]>([
  [{ ...named, type: 'Text', value: 'blue' }, 'blue'],
  [{ ...named, type: 'Number', value: 1234.5 }, '1,234.5'],
  [{ ...named, type: 'Boolean', value: true }, 'Yes'],
  [{ ...named, type: 'Boolean', value: false }, 'No'],
  [{ ...named, type: 'DateTime', value: 'some day' }, 'some day'],
  [{ ...named, type: 'SingleSelect', value: { value: 'h', label: 'High' } }, 'High'],
  [{ ...named, type: 'SingleSelect', value: { value: 'h', label: null } }, 'h'],
  [{ ...named, type: 'User', value: { value: 'u', label: 'Ada' } }, 'Ada'],
  [
    { ...named, type: 'User', value: { value: 'arn:aws:connect:x:1:instance/i/agent/1a2b3c4d-5e', label: null } },
    '1a2b3c4d',
  ],
  [{ ...named, type: 'Text', value: null }, 'None'],
  [{ ...named, type: 'Text', value: '<b>bold</b>' }, '<b>bold</b>'],
])('the field %o reads %s', (field, text) => {
  renderList({ rows: withFields(field) })
  expect(row(/Title 1/)).toHaveTextContent(`Field: ${text}`)
})

test('a date of a field is written as people write it', () => {
  const value = '2026-11-02T08:00:00Z'
  renderList({ rows: withFields({ ...named, type: 'DateTime', value }) })
  expect(row(/Title 1/)).toHaveTextContent(`Field: ${createWords('en', en).dateTime(Date.parse(value))}`)
})

test('a web address of a field is a link, any other address is text', () => {
  const url = (fieldId: string, value: string): RowField => ({ fieldId, name: fieldId, type: 'Url', value })
  renderList({
    rows: withFields(url('a', 'https://example.com/x'), url('b', 'javascript:alert(1)'), url('c', 'not an address')),
    links: { urlOf: () => null },
  })
  const links = screen.getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://example.com/x'])
  expect(links[0]).toHaveAttribute('rel', 'noopener noreferrer')
  expect(row(/Title 1/)).toHaveTextContent('javascript:alert(1)')
})

test('several fields follow each other on one line, told apart', () => {
  const text = (name: string, value: string): RowField => ({ fieldId: name, name, type: 'Text', value })
  renderList({ rows: withFields(text('Colour', 'blue'), text('Size', 'small')) })
  expect(row(/Title 1/)).toHaveTextContent('Colour: blue · Size: small')
})
