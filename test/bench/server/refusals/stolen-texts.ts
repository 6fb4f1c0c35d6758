import type { Attempt, OutcomeOf } from './attempts.ts'
import { arnOf } from './refusal-world.ts'

interface Tokens {
  readonly ann: string
  readonly bob: string
}

/** Cursors and details tokens that the server gave Ann, sent where they do not belong, by her or by Bob, or changed. */
export async function stolenTexts(outcomeOf: OutcomeOf, { ann, bob }: Tokens) {
  const listed = await outcomeOf({
    route: 'list-cases-for-contact',
    token: ann,
    body: { contactArn: arnOf('ann-1') },
    headers: {},
  })
  const { nextToken: cursor, detailsToken } = listed
  if (!cursor || !detailsToken) throw new Error('Ann was given no tokens')
  const list = (token: string, contactId: string, nextToken: string): Attempt => ({
    route: 'list-cases-for-contact',
    token,
    body: { contactArn: arnOf(contactId), nextToken },
    headers: {},
    refusedWith: ['cursor_expired', 'invalid_request', 'not_allowed'],
  })
  const details = (token: string, text: string, more = {}): Attempt => ({
    route: 'case-details',
    token,
    body: { detailsToken: text, ...more },
    headers: {},
    refusedWith: ['cursor_expired', 'invalid_request'],
  })
  return {
    'replayed and cross-contact cursors': [
      list(ann, 'ann-2', cursor),
      list(bob, 'bob-1', cursor),
      list(bob, 'ann-1', cursor),
      list(ann, 'ann-1', detailsToken),
      ...changed(cursor).map((text) => list(ann, 'ann-1', text)),
    ],
    'forged details tokens': [
      details(bob, detailsToken),
      details(ann, cursor),
      details(ann, detailsToken, { caseIds: ['ann-2-case-0'] }),
      details(ann, detailsToken, { caseIds: ['ann-1-case-0', 'bob-1-case-0'] }),
      ...changed(detailsToken).map((text) => details(ann, text)),
    ],
  }
}

/** Each byte changed, the text cut off at either end, and none of it. */
function changed(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'base64url')
  const flipped = [...bytes.keys()].map((at) => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy.toString('base64url')
  })
  return [...flipped, text.slice(4), text.slice(0, -4), Buffer.alloc(bytes.length).toString('base64url')]
}
