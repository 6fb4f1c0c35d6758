import { expect, test } from 'vitest'
import { readOptions } from './doctor-options.ts'

const page = 'https://cases.example.com'

test('a page alone is enough', () => {
  expect(readOptions([`${page}/`], {})).toEqual({
    kind: 'options',
    options: {
      page,
      ...{ embedder: null, origin: null, token: null, contactArn: null, settingsFile: null, aws: false, json: false },
    },
  })
})

test('settings need no page', () => {
  expect(readOptions(['--settings', 'server.env'], {})).toMatchObject({
    options: { page: null, settingsFile: 'server.env' },
  })
})

test('a token comes from an option, or else from the environment', () => {
  const env = { CONTACT_CASES_TOKEN: 'of.the.environment' }
  expect(readOptions([page], env)).toMatchObject({ options: { token: 'of.the.environment' } })
  expect(readOptions([page, '--token', 'an.option'], env)).toMatchObject({ options: { token: 'an.option' } })
})

test.each([
  [[], 'Name the page to look at, such as https://cases.example.com'],
  [['--settings', 'server.env', '--origin', page], 'Name the page to look at, such as https://cases.example.com'],
  [[page, page], 'Name one page only.'],
  [['cases.example.com'], 'The page must be an address without a path, such as https://cases.example.com'],
  [[`${page}/desk`], 'The page must be an address without a path, such as https://cases.example.com'],
  [
    ['https://ann:secret@cases.example.com'],
    'The page must be an address without a path, such as https://cases.example.com',
  ],
  [[page, '--colour'], "Unknown option '--colour'. See: connect-contact-cases doctor --help"],
  [[page, '--embedder', 'acme'], '--embedder must be an origin such as https://example.my.connect.aws'],
  [[page, '--origin', `${page}/x`], '--origin must be an origin such as https://example.my.connect.aws'],
  [[page, '--settings', ''], '--settings must name a file'],
  [
    [page, '--contact-arn', 'arn:aws:s3:::bucket'],
    '--contact-arn must be arn:{partition}:connect:{region}:{account}:instance/{instanceId}/contact/{id}',
  ],
  [[page, '--token', 'a b'], 'The token holds a character that no access token has.'],
])('%j is one sentence', (args, says) => {
  expect(readOptions(args, {})).toEqual({ kind: 'mistake', says })
})
