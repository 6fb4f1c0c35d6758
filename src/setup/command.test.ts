import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin.ts', import.meta.url))
const whole = ['--host', 'streams', '--instance', 'i', '--domain', 'd', '--url', 'https://cases.example.com']

// A process has no terminal here, so nothing can be asked.
test.each([
  [[], 64, /^--host is missing, and there is no terminal to ask at: give it\n$/],
  [whole, 64, /^There is no terminal to ask at: give --yes to make the changes, or --dry-run to see them\n$/],
  [['--hots', 'streams'], 64, /^Unknown option '--hots'\. `connect-contact-cases setup --help` names the options\n$/],
  [[...whole, '--yes'], 64, /^--region is missing: give it, or set AWS_REGION\n$/],
])('setup %j ends with %i and one sentence', { timeout: 30_000 }, (args, status, sentence) => {
  const ended = run(args)
  expect(ended).toMatchObject({ status, stdout: '', stderr: expect.stringMatching(sentence) })
})

function run(args: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: '/nonexistent', NODE_NO_WARNINGS: '1' }
  return spawnSync(process.execPath, ['--import', 'tsx', bin, 'setup', ...args], { encoding: 'utf8', env })
}
