import { randomBytes } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { openCursor } from './cursor.ts'
import { openPage } from './details-token.ts'
import { createSeals } from './seal.ts'
import { createSealedPages } from './sealed-pages.ts'

const seals = createSeals({ keys: [{ id: 'test', key: randomBytes(32) }], randomBytes })

const page = { cases: [{ caseId: 'case-1', templateId: 'template-1' }], nextToken: 'page 2' }
const owner = ['issuer', 'agent-1'] as const
const scope = { domainId: 'domain', contactArn: 'contact-1', throughContactArn: null, owner }

test('who gets a page again gets the same answer, which is sealed once', () => {
  const seal = vi.fn(seals.seal)
  const sealed = createSealedPages({ ...seals, seal })
  expect(sealed(page, scope)).toEqual(sealed(page, { ...scope, owner: [...owner] }))
  expect(seal).toHaveBeenCalledTimes(2) // the cursor and the details token
})

test.each([
  ['another agent', { ...scope, owner: ['issuer', 'agent-2'] as const }],
  ['an agent of another issuer', { ...scope, owner: ['other', 'agent-1'] as const }],
  ['whoever is not signed in', { ...scope, owner: [] as const }],
  ['another domain', { ...scope, domainId: 'other' }],
  ['another contact', { ...scope, contactArn: 'contact-2' }],
  ['who comes to it through a transferred contact', { ...scope, throughContactArn: 'contact-2' }],
])('the same page, for %s, is sealed anew and for them', (_, other) => {
  const sealed = createSealedPages(seals)
  const first = sealed(page, scope)
  const { nextToken, detailsToken } = sealed(page, other)
  expect([nextToken, detailsToken]).not.toContain(first.nextToken)
  expect([nextToken, detailsToken]).not.toContain(first.detailsToken)
  const { contactArn, throughContactArn } = other
  expect(openCursor(seals, nextToken ?? '', other)).toBe('page 2')
  expect(openPage(seals, detailsToken ?? '', other)).toEqual({ contactArn, throughContactArn, caseIds: ['case-1'] })
  // And the first who asked still gets their own.
  expect(openCursor(seals, sealed(page, scope).nextToken ?? '', scope)).toBe('page 2')
})

test('a new page that says the same is sealed anew', () => {
  const sealed = createSealedPages(seals)
  expect(sealed({ ...page }, scope).detailsToken).not.toBe(sealed(page, scope).detailsToken)
})
