import { expect, test } from 'vitest'
import { pageConfigSchema } from '../../contract/page-config.ts'
import { answerOf } from '../testing/answer-of.ts'
import { gatherApi } from './api.ts'

const ccpUrl = 'https://acme.my.connect.aws/ccp-v2/'
const config = pageConfigSchema.parse({ host: 'streams', ccpUrl, region: 'us-east-1', domainId: 'domain' })
const rest = { embedder: null, origin: null, contactArn: null, settingsFile: null, aws: false, json: false }

test.each([
  ['http://cases.example.com', false],
  ['https://cases.example.com', true],
  ['http://127.0.0.1:8787', true],
])('the token goes to %s: %s', async (page, goes) => {
  const sent: string[] = []
  const ask = async (_: string, init: RequestInit = {}) => {
    sent.push(new Headers(init.headers).get('authorization') ?? 'none')
    return answerOf('')
  }
  await gatherApi(ask, config, { ...rest, page, token: 'a.b.c' })
  expect(sent.includes('Bearer a.b.c')).toBe(goes)
})
