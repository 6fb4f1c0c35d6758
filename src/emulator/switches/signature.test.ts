import { expect, test } from 'vitest'
import { parseAuthorization } from './authorization.ts'
import { signatureOf } from './signature.ts'

// "get-vanilla" and its like, of the test suite AWS published for Signature Version 4.
const scope = { accessKeyId: 'AKIDEXAMPLE', date: '20150830', region: 'us-east-1', service: 'service', signature: '' }
const headers = { host: 'example.amazonaws.com', 'x-amz-date': '20150830T123600Z' }
const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'

test.each([
  ['GET', '/', '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31'],
  ['POST', '/', '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b'],
  ['GET', '/?Param2=value2&Param1=value1', 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500'],
])('the signature of %s %s is the published one', (method, target, expected) => {
  const authorization = { ...scope, signedHeaders: ['host', 'x-amz-date'] }
  expect(signatureOf({ method, target, headers, body: '' }, authorization, secret)).toBe(expected)
})

const complete =
  'AWS4-HMAC-SHA256 Credential=A/20250131/us-east-1/cases/aws4_request, SignedHeaders=host;x-amz-date, Signature=0f'

test('an authorization is read, with or without blanks behind its commas', () => {
  const expected = {
    accessKeyId: 'A',
    date: '20250131',
    region: 'us-east-1',
    service: 'cases',
    signedHeaders: ['host', 'x-amz-date'],
    signature: '0f',
  }
  expect(parseAuthorization(complete)).toEqual(expected)
  expect(parseAuthorization(complete.replaceAll(', ', ','))).toEqual(expected)
})

test.each([
  '',
  'Bearer x',
  complete.replace('AWS4-HMAC-SHA256', 'AWS4-ECDSA-P256-SHA256'),
  complete.replace('/aws4_request', ''),
  complete.replace('A/', '/'),
  complete.replace('Credential=', ''),
  complete.replace('SignedHeaders=host;x-amz-date, ', ''),
  complete.replace('Signature=0f', 'Signature='),
])('%j is no authorization', (header) => {
  expect(parseAuthorization(header)).toBeNull()
})
