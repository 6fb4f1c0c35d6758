import { expect, test } from 'vitest'
import { contactParts } from './contact-parts.ts'

test.each(['0f5b-1', 'contact'])('the contact of an ARN is asked for in its instance, here %s, by its id', (id) => {
  const instanceArn = `arn:aws-us-gov:connect:us-gov-west-1:111122223333:instance/${id}`
  expect(contactParts(`${instanceArn}/contact/c-1`)).toEqual({ instanceArn, instanceId: id, contactId: 'c-1' })
})
