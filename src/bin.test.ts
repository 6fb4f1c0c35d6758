import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url))
const timeout = 30_000

const list = /^Usage: connect-contact-cases COMMAND\n\n {2}server +\w.+\n {2}emulator +\w.+\n {2}simulator +\w/

test.each([[[]], [['emulatr']]])('without a command it knows, it lists those it knows: %j', { timeout }, (args) => {
  expect(run(args)).toMatchObject({ status: 64, stderr: expect.stringMatching(list), stdout: '' })
})

test('it lists its commands, and is asked to', { timeout }, () => {
  expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringMatching(list), stderr: '' })
})

test.each([
  ['server', /\n {2}OIDC_ISSUER\n[\s\S]*\n {2}AWS_ENDPOINT_URL_CONNECTCASES\n/],
  ['simulator', /\n {2}--port PORT .*\n[\s\S]*\n {2}--script FILE /],
])('%s says what it takes', { timeout }, (name, options) => {
  expect(run([name, '--help'])).toMatchObject({ status: 0, stdout: expect.stringMatching(options) })
})

test('the emulator explains every option that it has', { timeout }, () => {
  const options = run(['emulator', '--nothing']).stderr.match(/--[\w-]+(?=,|\n)/g) ?? []
  const explained = run(['emulator', '--help']).stdout.match(/^ {2}--[\w-]+/gm) ?? []
  expect(explained.map((option) => option.trim()).toSorted()).toEqual(options.toSorted())
})

test('a command gets the arguments after its name', { timeout }, () => {
  expect(run(['emulator', '--port', 'red'])).toMatchObject({
    status: 78,
    stderr: expect.stringMatching(/^--port must/),
  })
  expect(run(['server', '--port'])).toMatchObject({ status: 64, stderr: expect.stringMatching(/takes no "--port"/) })
})

function run(args: readonly string[]) {
  const env = { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' }
  return spawnSync(process.execPath, ['--import', 'tsx', bin, ...args], { encoding: 'utf8', env })
}
