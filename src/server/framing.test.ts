import { expect, test } from 'vitest'
import { framingProblem } from './framing.ts'

const config = {
  host: 'workspace',
  region: 'us-east-1',
  domainId: 'd',
  apiBaseUrl: '/api',
  autoLoadMore: false,
} as const

test.each([[["'self'"]], [["'none'"]], [[]]])(
  'a page of the agent workspace that %j may frame is refused',
  (ancestors) => {
    expect(framingProblem(config, ancestors)).toMatch(/^FRAME_ANCESTORS must name the agent workspace/)
  },
)

test('the instance may frame it, and so may whoever else is named', () => {
  expect(framingProblem(config, ["'self'", 'https://*.my.connect.aws'])).toBeNull()
})

test('a desktop of its own need not be framed', () => {
  const streams = { ...config, host: 'streams', ccpUrl: 'https://example.my.connect.aws/ccp-v2/' } as const
  expect(framingProblem(streams, ["'none'"])).toBeNull()
})
