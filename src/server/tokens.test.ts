import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openCursor, sealCursor } from './cursor.ts'
import { openPage, sealPage } from './details-token.ts'
import { createSeals } from './seal.ts'

const seals = createSeals({ key: randomBytes(32), randomBytes })
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
const page = fc.record({ contactArn: id, caseIds: fc.array(id, { minLength: 1, maxLength: 10 }) })

test('a details token opens as the page of the contact it was sealed for, in its domain and no other', () => {
  fc.assert(
    fc.property(page, id, id, (listed, domainId, other) => {
      const token = sealPage(seals, listed, domainId) ?? ''
      expect(openPage(seals, token, domainId)).toEqual(listed)
      if (other !== domainId) expect(openPage(seals, token, other)).toBeNull()
    }),
  )
})

test('a details token continues no list, and a cursor asks for no details', () => {
  fc.assert(
    fc.property(page, id, id, (listed, domainId, nextToken) => {
      const scope = { domainId, contactArn: listed.contactArn }
      expect(openCursor(seals, sealPage(seals, listed, domainId) ?? '', scope)).toBeNull()
      expect(openPage(seals, sealCursor(seals, nextToken, scope), domainId)).toBeNull()
      const written = sealCursor(seals, JSON.stringify(listed), scope)
      expect(openPage(seals, written, domainId)).toBeNull()
    }),
  )
})

test('a cursor opens for the contact and domain it was sealed for, and for no other', () => {
  fc.assert(
    fc.property(id, id, id, id, (nextToken, domainId, contactArn, other) => {
      const cursor = sealCursor(seals, nextToken, { domainId, contactArn })
      expect(openCursor(seals, cursor, { domainId, contactArn })).toBe(nextToken)
      if (other !== contactArn) expect(openCursor(seals, cursor, { domainId, contactArn: other })).toBeNull()
      if (other !== domainId) expect(openCursor(seals, cursor, { domainId: other, contactArn })).toBeNull()
    }),
  )
})

test('a details token that is changed anywhere does not open', () => {
  fc.assert(
    fc.property(page, fc.nat(), fc.integer({ min: 1, max: 255 }), (listed, at, change) => {
      const bytes = Buffer.from(sealPage(seals, listed, 'domain') ?? '', 'base64url')
      const changed = at % bytes.length
      bytes[changed] = (bytes[changed] ?? 0) ^ change
      expect(openPage(seals, bytes.toString('base64url'), 'domain')).toBeNull()
    }),
  )
})

test('an empty page has no details token, and ten long ids fit into one', () => {
  const caseIds = Array.from({ length: 10 }, (_, n) => String(n).padEnd(500, 'x'))
  const contactArn = 'a'.repeat(500)
  expect(sealPage(seals, { contactArn, caseIds: [] }, 'domain')).toBeNull()
  expect(sealPage(seals, { contactArn, caseIds }, 'domain')?.length).toBeLessThan(13_000)
})

test('a page whose token no request could carry has none', () => {
  const caseIds = Array.from({ length: 10 }, (_, n) => String(n).padEnd(500, '鍵'))
  expect(sealPage(seals, { contactArn: 'a', caseIds }, 'domain')).toBeNull()
})
