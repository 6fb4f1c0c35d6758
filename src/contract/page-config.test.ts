import { expect, test } from 'vitest'
import { localeCodes } from '../locales/locale-code.ts'
import { pageConfigSchema } from './page-config.ts'

const settings = {
  host: 'streams',
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  region: 'us-east-1',
  domainId: 'd-1',
}
const framed = { host: 'frame', region: 'us-east-1', domainId: 'd-1', embedders: ['https://desk.example'] }

/** What is wrong with these settings. */
function complaints(given: object): readonly string[] {
  return pageConfigSchema.safeParse(given).error?.issues.map(({ message }) => message) ?? []
}

test('what is left out has its default', () => {
  expect(pageConfigSchema.parse(settings)).toEqual({ ...settings, apiBaseUrl: '/api', autoLoadMore: false })
})

test.each([
  ['region', 'us-gov-west-1'],
  ['ccpUrl', 'http://localhost:4720/ccp'],
  ['apiBaseUrl', '/behind/a/proxy'],
  ['apiBaseUrl', 'http://127.0.0.1:8787/api'],
  ['caseUrlTemplate', 'https://crm.example/cases/{caseId}'],
  ['locale', 'pt-BR'],
  ['autoLoadMore', true],
])('%s may be %j', (member, value) => {
  expect(complaints({ ...settings, [member]: value })).toEqual([])
})

test.each([
  ['region', '1us-east-1', 'must be an AWS Region such as us-east-1'],
  ['region', 'us-east-1a', 'must be an AWS Region such as us-east-1'],
  ['region', 7, 'must be an AWS Region such as us-east-1'],
  ['ccpUrl', 'xhttps://example.my.connect.aws/', 'must be an http or https URL'],
  ['ccpUrl', 'httpsx://example.my.connect.aws/', 'must be an http or https URL'],
  ['apiBaseUrl', '//evil.example', 'must be a path such as /api, or a URL'],
  ['apiBaseUrl', 'behind/a/proxy', 'must be a path such as /api, or a URL'],
  ['apiBaseUrl', 7, 'must be a path such as /api, or a URL'],
  ['caseUrlTemplate', 'https://crm.example/cases/', 'must contain {caseId}'],
  ['locale', 'tlh', `must be one of ${localeCodes.join(', ')}`],
  ['autoLoadMore', 'yes', 'must be true or false'],
])('%s must not be %j, in a sentence that says what to do', (member, value, complaint) => {
  expect(complaints({ ...settings, [member]: value })).toEqual([complaint])
})

test.each(['https://desk.example', 'http://127.0.0.1:5173'])('the desktop at %s may frame the page', (origin) => {
  expect(complaints({ ...framed, embedders: [origin] })).toEqual([])
})

test.each(['desk.example', 'ws://desk.example', 'ftp://http:80', 'https://desk.example/', 'https://desk.example/page'])(
  '%s is not the origin of a desktop',
  (origin) => {
    expect(complaints({ ...framed, embedders: [origin] })).toEqual([
      'must be origins such as https://login.example.com',
    ])
  },
)

test('members of another host, and unknown ones, are named', () => {
  expect(complaints({ ...framed, ccpUrl: settings.ccpUrl, regoin: 'x' })).toEqual([
    'knows no member ccpUrl, regoin where host is frame',
  ])
})
