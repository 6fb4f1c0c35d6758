import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { hasAwsCli } from '../../support/aws-cli.ts'
import { fakeAwsEnvironment } from '../../support/cases-client.ts'
import { contactArn, startSurroundings } from '../../support/deployment.ts'
import { snippetOf, snippets, tableOf } from '../../support/documentation.ts'
import { contactWithCases, defaultSeed } from '../../support/emulator.ts'
import { post } from '../../support/server-app.ts'
import { stateOf } from '../../support/set-up.ts'

const { domainId } = contactWithCases(defaultSeed(), 1)

let surroundings: Awaited<ReturnType<typeof startSurroundings>>
let open: Awaited<ReturnType<typeof surroundings.deploy>>
beforeAll(async () => {
  surroundings = await startSurroundings()
  open = await surroundings.deploy({ auth: null })
})
afterAll(async () => {
  await open.close()
  await surroundings.close()
})

/** Runs the snippet of this page that has this program in it, against what the test has started. */
async function runSnippet(page: string, program: string): Promise<string> {
  const found = snippets.find((each) => each.page === page && each.language === 'sh' && each.code.includes(program))
  const command = (found?.code ?? '')
    .replaceAll('http://127.0.0.1:8787', open.url)
    .replaceAll('http://127.0.0.1:4710', surroundings.emulator.url)
    .replaceAll(
      'arn:aws:connect:us-east-1:111122223333:instance/d1784030-35c9-48c4-a68d-c8f46a423cf9/contact/CONTACT',
      contactArn,
    )
    .replaceAll('npx connect-contact-cases', '"$NODE" --import tsx src/bin.ts')
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', NODE: process.execPath, ...fakeAwsEnvironment }
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env })
  return stdout
}

test.runIf(hasAwsCli())('the AWS CLI gets cases by the command on the API’s page', { timeout: 60_000 }, async () => {
  expect(JSON.parse(await runSnippet('docs/api.md', 'aws connectcases'))).toMatchObject({
    cases: [{ caseId: expect.any(String), templateId: expect.any(String) }],
  })
})

test('a request that is not valid is answered as the API’s page says', async () => {
  const shown = snippetOf('docs/api.md', 'problem')
  const [curl] = snippets.filter(({ code }) => code.startsWith('curl'))
  const [, path = ''] = /:8787(\S+)/.exec(curl?.code ?? '') ?? []
  const [, body = ''] = /--data '(.*)'/.exec(curl?.code ?? '') ?? []
  const answer = await fetch(open.url + path, post(body))
  expect(await answer.json()).toEqual({ ...JSON.parse(shown), instance: expect.any(String) })
})

test('the emulator is set up by the command on the set-up’s page, which then has nothing left to do', {
  timeout: 60_000,
}, async () => {
  const before = await stateOf(surroundings.emulator.url)
  await runSnippet('docs/set-up.md', 'setup')
  const after = await stateOf(surroundings.emulator.url)
  expect(after).not.toEqual(before)
  await runSnippet('docs/set-up.md', 'setup')
  expect(await stateOf(surroundings.emulator.url)).toEqual(after)
})

test('the audit’s line has the members that its page shows', async () => {
  const deployment = await surroundings.deploy()
  onTestFinished(() => deployment.close())
  const authorization = `Bearer ${await surroundings.provider.tokenOf('bob')}`
  await fetch(`${deployment.url}/api/domains/${domainId}/list-cases-for-contact`, {
    ...post({ contactArn }),
    headers: { 'content-type': 'application/json', authorization },
  })
  const line = deployment.logged.find(({ event }) => event === 'cases_shown')
  const shown = JSON.parse(snippetOf('docs/privacy-and-security.md', 'cases_shown'))
  expect(line).toEqual(Object.fromEntries(Object.keys(shown).map((member) => [member, expect.anything()])))
  expect(line).toMatchObject({ what: shown.what, ground: shown.ground })
})

/** Of an answer over https, those that protect it or say which it is. */
async function headersOf(path: string): Promise<string[]> {
  const { headers } = await fetch(open.url + path, { headers: { 'x-forwarded-proto': 'https' } })
  const ofTheConnection = ['connection', 'content-length', 'content-type', 'date', 'keep-alive', 'transfer-encoding']
  return [...headers.keys()].filter((name) => ![...ofTheConnection, 'etag', 'last-modified'].includes(name)).toSorted()
}

test('the page and other answers have the headers of the table, and no others', async () => {
  const rows = tableOf('docs/privacy-and-security.md', '| Header |')
  const [ofPage, ofOthers] = [1, 2].map((column) =>
    rows
      .filter((row) => row[column] !== '')
      .map(([name]) => name)
      .toSorted(),
  )
  expect(await headersOf('/')).toEqual(ofPage)
  expect(await headersOf('/api/nothing')).toEqual(ofOthers)
})
