import { expect, test } from 'vitest'
import { templateResponse, templatesResponse } from './templates.ts'

const template = { templateId: 'repair', name: 'Repair' }

test.each(['Active', 'Inactive'])('a listed template may be %s', (status) => {
  const templates = [{ ...template, status }]
  expect(templatesResponse.parse({ templates })).toEqual({ templates })
})

test('a deleted template is not listed, and can be asked for', () => {
  const deleted = { ...template, status: 'Deleted' }
  expect(templatesResponse.safeParse({ templates: [deleted] }).success).toBe(false)
  expect(templateResponse.parse(deleted)).toEqual(deleted)
})

test.each(['Active', 'Inactive'])('a template that is asked for may be %s', (status) => {
  expect(templateResponse.parse({ ...template, status })).toEqual({ ...template, status })
})

test('a status that is not known is refused', () => {
  expect(templateResponse.safeParse({ ...template, status: '' }).success).toBe(false)
})
