import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { CasesPage } from './cases-page.ts'
import { contactCasesQuery } from './contact-cases-query.ts'
import { heldCountOf } from './held-counts.ts'
import { arnOf } from './testing/arns.ts'
import { pageOf } from './testing/pages.ts'
import { createScriptedBackend } from './testing/scripted-backend.ts'

const contactArn = arnOf('c-1')
const initialContactArn = arnOf('c-0')

/** A memory in which the contact, and the one that it was transferred from, have these pages; null: not read. */
function memoryOf(own: CasesPage[] | null, initial: CasesPage[] | null = null) {
  const memory = { client: createScriptedBackend().client, queryClient: new QueryClient() }
  for (const [arn, pages] of [[contactArn, own] as const, [initialContactArn, initial] as const]) {
    if (pages === null) continue
    const { queryKey } = contactCasesQuery(memory.client, arn)
    memory.queryClient.setQueryData(queryKey, { pages, pageParams: [] })
  }
  return memory
}

const more = { nextToken: 'next' }

test('a contact that was not read has no count', () => {
  expect(heldCountOf(memoryOf(null, [pageOf(['a'])]), { contactArn, initialContactArn })).toBeNull()
})

test('the cases of a contact are counted once each', () => {
  const memory = memoryOf([pageOf(['a', 'b']), pageOf(['b', 'c'])], [pageOf(['d'])])
  expect(heldCountOf(memory, { contactArn, initialContactArn: null })).toEqual({ loaded: 3, hasNext: false })
})

test("a transferred contact's count has the cases of both, as far as they are read", () => {
  const contact = { contactArn, initialContactArn }
  expect(heldCountOf(memoryOf([pageOf(['a'])], [pageOf(['a', 'b'])]), contact)).toMatchObject({ loaded: 2 })
  expect(heldCountOf(memoryOf([pageOf(['a'])]), contact)).toEqual({ loaded: 1, hasNext: false })
})

test('there are more where either list has more', () => {
  const contact = { contactArn, initialContactArn }
  expect(heldCountOf(memoryOf([pageOf(['a'], more)], [pageOf(['b'])]), contact)).toMatchObject({ hasNext: true })
  expect(heldCountOf(memoryOf([pageOf(['a'])], [pageOf(['b'], more)]), contact)).toMatchObject({ hasNext: true })
})
