import { expect, onTestFinished, test } from 'vitest'
import { fakeAwsEnvironment } from '../support/cases-client.ts'
import { startEmulator } from '../support/emulator.ts'
import { keys, openTerminal } from '../support/pseudo-terminal.ts'

/** `setup` without an option, in a terminal, at an emulator. */
async function openSetup() {
  const emulator = await startEmulator()
  onTestFinished(emulator.close)
  const terminal = openTerminal(['--import', 'tsx', 'src/bin.ts', 'setup'], {
    ...{ PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', NODE_NO_WARNINGS: '1' },
    ...{ ...fakeAwsEnvironment, AWS_ENDPOINT_URL: emulator.url },
  })
  const writes = () => emulator.calls.filter(({ operation }) => !/^(Get|List|Describe)/.test(operation ?? ''))
  return { emulator, terminal, writes }
}

test('what is not given is asked for, and a bad answer is asked again with one sentence', {
  timeout: 30_000,
}, async () => {
  const { emulator, terminal, writes } = await openSetup()
  const { sees, type } = terminal
  emulator.faults.add({ kind: 'accessDenied', operation: 'ListInstances' })
  await sees('Where does the panel stand?')
  type(keys.enter)

  await sees('You may not call connect:ListInstances: let the policy of your credentials allow it.')
  await sees('Which Amazon Connect instance?')
  type(keys.enter)
  await sees('Something has to be here')
  type(`arn:aws:iam::111122223333:user/ada${keys.enter}`)
  await sees(
    '--instance must be an id, or an ARN such as arn:aws:connect:us-east-1:111122223333:instance/ID, not "arn:',
  )
  type(`${keys.clear}d1784030-35c9-48c4-a68d-c8f46a423cf9${keys.enter}`)

  await sees('Which Cases domain?')
  type(keys.enter)
  await sees('Where is the page?')
  type(`http://cases.example.com${keys.enter}`)
  await sees('--url must be a URL such as https://cases.example.com/, with TLS and without #, not "http:')
  type(`${keys.clear}https://cases.example.com${keys.enter}`)

  await sees('Which security profiles may open it?')
  type(keys.enter)
  await sees('Please select at least one option.')
  type(`${keys.space}${keys.enter}`)
  await sees('Where do agents sign in? Nothing: nowhere else')
  type(`login${keys.enter}`)
  await sees('--sign-in-origin must be an origin such as https://login.example.com, not "login"')
  type(`${keys.clear}${keys.enter}`)

  await sees('aws appintegrations create-application')
  await sees('Make these calls?')
  expect(writes()).toEqual([])
  type(keys.enter)
  expect(await terminal.ended()).toMatchObject({ code: 0 })
  expect(writes().map(({ operation }) => operation)).toContain('CreateApplication')
})

test('Ctrl-D gives up with one sentence', { timeout: 30_000 }, async () => {
  const { terminal } = await openSetup()
  await terminal.sees('Where does the panel stand?')
  terminal.type(keys.ctrlD)
  const { seen, code } = await terminal.ended()
  expect(
    seen
      .trim()
      .split(/[\r\n]+/)
      .at(-1),
  ).toBe('Nothing was changed.')
  expect(code).toBe(1)
})
