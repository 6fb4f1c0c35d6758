import { expect, test } from 'vitest'
import type { PageConfig } from '../contract/page-config.ts'
import { ancestorsOf, framingProblem } from './framing.ts'

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

const page: PageConfig = { ...config, host: 'frame', embedders: ['https://desk.example', 'https://crm.example'] }

test('the desktops of a framed page need not be named twice', () => {
  expect(framingProblem(page, ["'self'"])).toBeNull()
  expect(ancestorsOf(page, ["'self'", 'https://crm.example'])).toEqual([
    "'self'",
    'https://crm.example',
    'https://desk.example',
  ])
  expect(ancestorsOf(config, ["'self'"])).toEqual(["'self'"])
})

test("a framed page that 'none' may frame is refused", () => {
  expect(framingProblem(page, ["'none'"])).toMatch(/^FRAME_ANCESTORS must not be 'none'/)
})
