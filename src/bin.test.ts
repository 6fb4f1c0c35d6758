import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('./bin.ts', import.meta.url))

test.each([[[]], [['emulatr']]])(
  'without a command it knows, it names those it knows: %j',
  { timeout: 30_000 },
  (args) => {
    const ended = run(args)
    expect(ended).toMatchObject({ status: 64, stderr: 'The commands are: emulator, setup\n' })
  },
)

test('a command gets the arguments after its name', { timeout: 30_000 }, () => {
  expect(run(['emulator', '--port', 'red'])).toMatchObject({
    status: 78,
    stderr: expect.stringMatching(/^--port must/),
  })
})

function run(args: readonly string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', bin, ...args], { encoding: 'utf8' })
}
