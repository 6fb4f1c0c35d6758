import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Owner } from './auth/viewer.ts'
import { openCursor, sealCursor } from './cursor.ts'
import { openPage, sealPage } from './details-token.ts'
import { createSeals } from './seal.ts'

const seals = createSeals({ keys: [{ id: 'test', key: randomBytes(32) }], randomBytes })
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
const owner = ['issuer', 'subject'] as const
const scope = { domainId: 'domain', owner }
const page = fc.record({
  contactArn: id,
  throughContactArn: fc.option(id),
  caseIds: fc.array(id, { minLength: 1, maxLength: 10 }),
})

test('a details token opens as the page of the contact it was sealed for, in its domain and no other', () => {
  fc.assert(
    fc.property(page, id, id, (listed, domainId, other) => {
      const token = sealPage(seals, listed, { domainId, owner }) ?? ''
      expect(openPage(seals, token, { domainId, owner })).toEqual(listed)
      if (other !== domainId) expect(openPage(seals, token, { domainId: other, owner })).toBeNull()
    }),
  )
})

test('a details token continues no list, and a cursor asks for no details', () => {
  fc.assert(
    fc.property(page, id, id, (listed, domainId, nextToken) => {
      const scope = { domainId, contactArn: listed.contactArn, owner }
      expect(openCursor(seals, sealPage(seals, listed, { domainId, owner }) ?? '', scope)).toBeNull()
      expect(openPage(seals, sealCursor(seals, nextToken, scope), scope)).toBeNull()
      const written = sealCursor(seals, JSON.stringify(listed), scope)
      expect(openPage(seals, written, scope)).toBeNull()
    }),
  )
})

test('a page that a server of another version sealed with our key opens as none, and not as a failure', () => {
  for (const written of ['[]', '{"caseIds":["case-1"]}', 'not JSON']) {
    const token = seals.seal(written, ['detailsToken', 'domain', ...owner])
    expect(openPage(seals, token, scope)).toBeNull()
  }
})

test('a cursor opens for the contact and domain it was sealed for, and for no other', () => {
  fc.assert(
    fc.property(id, id, id, id, (nextToken, domainId, contactArn, other) => {
      const cursor = sealCursor(seals, nextToken, { domainId, contactArn, owner })
      expect(openCursor(seals, cursor, { domainId, contactArn, owner })).toBe(nextToken)
      if (other !== contactArn) expect(openCursor(seals, cursor, { domainId, contactArn: other, owner })).toBeNull()
      if (other !== domainId) expect(openCursor(seals, cursor, { domainId: other, contactArn, owner })).toBeNull()
    }),
  )
})

test('a details token that is changed anywhere does not open', () => {
  fc.assert(
    fc.property(page, fc.nat(), fc.integer({ min: 1, max: 255 }), (listed, at, change) => {
      const bytes = Buffer.from(sealPage(seals, listed, scope) ?? '', 'base64url')
      const changed = at % bytes.length
      bytes[changed] = (bytes[changed] ?? 0) ^ change
      expect(openPage(seals, bytes.toString('base64url'), scope)).toBeNull()
    }),
  )
})

test('an empty page has no details token, and ten long ids fit into one', () => {
  const caseIds = Array.from({ length: 10 }, (_, n) => String(n).padEnd(500, 'x'))
  const contactArn = 'a'.repeat(500)
  expect(sealPage(seals, { contactArn, throughContactArn: contactArn, caseIds: [] }, scope)).toBeNull()
  expect(sealPage(seals, { contactArn, throughContactArn: contactArn, caseIds }, scope)?.length).toBeLessThan(13_000)
})

test('a token that is just as long as a request may carry is given, and none that is longer', () => {
  const tokenOf = (length: number) =>
    sealPage(seals, { contactArn: 'x'.repeat(length), throughContactArn: null, caseIds: ['case'] }, scope)
  const lengths = Array.from({ length: 20 }, (_, n) => tokenOf(9_640 + n)?.length ?? null)
  expect(lengths.filter((length) => length !== null).at(-1)).toBe(13_000)
  expect(lengths.at(-1)).toBeNull()
})

test('a page whose token no request could carry has none', () => {
  const caseIds = Array.from({ length: 10 }, (_, n) => String(n).padEnd(500, '鍵'))
  expect(sealPage(seals, { contactArn: 'a', throughContactArn: null, caseIds }, scope)).toBeNull()
})

test('what was sealed for one agent opens for no other, and not for anyone', () => {
  fc.assert(
    fc.property(page, id, id, id, (listed, domainId, subject, other) => {
      fc.pre(subject !== other)
      const of = (...owner: Owner) => ({ domainId, contactArn: listed.contactArn, owner })
      const mine = of('issuer', subject)
      const [cursor, details] = [sealCursor(seals, 'token', mine), sealPage(seals, listed, mine) ?? '']
      expect([openCursor(seals, cursor, mine), openPage(seals, details, mine)]).toEqual(['token', listed])
      for (const another of [of('issuer', other), of('other issuer', subject), of()]) {
        expect([openCursor(seals, cursor, another), openPage(seals, details, another)]).toEqual([null, null])
      }
      const ofAnyone = sealCursor(seals, 'token', of())
      expect(openCursor(seals, ofAnyone, mine)).toBeNull()
    }),
  )
})
