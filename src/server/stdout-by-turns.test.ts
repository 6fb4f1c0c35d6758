import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const file = fileURLToPath(new URL('./stdout-by-turns.ts', import.meta.url))

/** What a process writes that ends like this in the turn in which it logged a line. */
function written(ending: string): Promise<string> {
  const script = `import(${JSON.stringify(file)}).then(({ stdoutByTurns }) => {
    const lines = stdoutByTurns()
    process.nextTick(() => {
      lines.write('one\\n')
      ${ending}
    })
  })`
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', '--eval', script], (_error, stdout) => resolve(stdout))
  })
}

test.each([
  ['ends', 'process.exit(0)'],
  ['is broken by a mistake', "throw new TypeError('out of order')"],
  ['goes on', ''],
])(
  'a process that %s loses no line',
  async (_, ending) => {
    expect(await written(ending)).toBe('one\n')
  },
  30_000,
)
