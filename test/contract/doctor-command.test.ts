import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { contactArn, startSurroundings } from '../support/deployment.ts'

let surroundings: Awaited<ReturnType<typeof startSurroundings>>
let deployment: Awaited<ReturnType<typeof surroundings.deploy>>
beforeAll(async () => {
  surroundings = await startSurroundings()
  deployment = await surroundings.deploy()
})
afterAll(async () => {
  await deployment.close()
  await surroundings.close()
})

/** The command as in a shell, with these variables. */
async function doctor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/bin.ts', 'doctor', ...args], {
    env: { PATH: process.env['PATH'], AWS_EC2_METADATA_DISABLED: 'true', ...env },
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { stdout, stderr, code }
}

test('a deployment that is well ends it with 0, and no token is in what it prints', { timeout: 30_000 }, async () => {
  const token = await surroundings.provider.tokenOf('bob')
  const ended = await doctor([deployment.url, '--contact-arn', contactArn], { CONTACT_CASES_TOKEN: token })
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  expect(ended.stdout).toContain('good     contact        The agent sees the contact. Its cases: 1.\n')
  expect(ended.stdout).toMatch(/\n0 wrong, 0 warnings, \d+ good, \d+ not looked at\n$/)
  expect(ended.stdout).not.toContain(token)
})

test('what AWS denies ends it with 1, and is named, with settings that the server would not take', {
  timeout: 30_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'server.env')
  await writeFile(file, 'DEADLINE_MS=soon\nSEAL_KEYS=1:c2VjcmV0\n')
  const { emulator } = surroundings
  emulator.faults.add({ kind: 'accessDenied', operation: 'SearchCases' })
  onTestFinished(() => emulator.faults.clear())
  const ended = await doctor([deployment.url, '--aws', '--json', '--contact-arn', contactArn, '--settings', file], {
    AWS_ENDPOINT_URL_CONNECTCASES: emulator.url,
    AWS_ENDPOINT_URL_CONNECT: emulator.url,
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'a-secret',
  })
  const findings: unknown[] = JSON.parse(ended.stdout)
  expect(ended.code).toBe(1)
  expect(findings).toContainEqual({
    id: 'permissions',
    title: 'AWS lets these credentials read what the server reads',
    outcome: 'wrong',
    says: 'AWS does not allow SearchCases.',
    cure: 'Give the role the policy of deploy/README.md.',
  })
  expect(findings).toContainEqual(expect.objectContaining({ id: 'approved-origin', outcome: 'wrong' }))
  expect(findings).toContainEqual(
    expect.objectContaining({ id: 'settings', outcome: 'wrong', says: expect.stringContaining('DEADLINE_MS must be') }),
  )
  expect(ended.stdout).not.toMatch(/a-secret|c2VjcmV0/)
})

test('a wrong command line ends it with 64 and one line', { timeout: 30_000 }, async () => {
  expect(await doctor([])).toEqual({
    code: 64,
    stdout: '',
    stderr: 'Name the page to look at, such as https://cases.example.com\n',
  })
})
