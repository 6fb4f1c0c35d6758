import { expect, test } from 'vitest'
import { listCasesForContactRequest } from './list-cases-for-contact.ts'

const contactArn = 'arn:aws:connect:us-east-1:111122223333:instance/i-1/contact/c-1'

/** What is wrong with this body, each with its place. */
function complaints(body: unknown): readonly string[] {
  const { error } = listCasesForContactRequest.safeParse(body)
  return error?.issues.map(({ path, message }) => [...path, message].join(' ')) ?? []
}

test('a body needs only the contact', () => {
  expect(complaints({ contactArn })).toEqual([])
})

test.each([
  [undefined, 'must be a JSON object'],
  ['{}', 'must be a JSON object'],
  [{ contactArn, nextToken: '' }, 'nextToken must be the nextToken of the page before'],
  [{ contactArn, nextToken: 7 }, 'nextToken must be the nextToken of the page before'],
  [{ contactArn, nextToken: 'x'.repeat(13_001) }, 'nextToken must be the nextToken of the page before'],
  [{ contactArn, maxResults: 11 }, 'maxResults must be a whole number from 1 to 10'],
  [
    { contactArn: 'c-1' },
    'contactArn must be arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{contactId}',
  ],
])('of %j it says what is wrong', (body, complaint) => {
  expect(complaints(body)).toEqual([complaint])
})
