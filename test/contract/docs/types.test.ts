import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { snippets } from '../../support/documentation.ts'

const directory = 'node_modules/.cache/documentation/types'

// Those of the README are installed with the package, and checked, by test/package.
const modules = snippets.filter(({ page, language }) => page.startsWith('docs/') && /^tsx?$/.test(language))

const tsconfig = {
  extends: resolve('tsconfig.json'),
  compilerOptions: {
    composite: false,
    lib: ['es2023', 'dom', 'dom.iterable'],
    jsx: 'react-jsx',
    types: ['vite/client', 'node'],
    paths: {
      'connect-contact-cases': [resolve('src/index.ts')],
      'connect-contact-cases/server': [resolve('src/server/index.ts')],
      'connect-contact-cases/emulator': [resolve('src/emulator/index.ts')],
      'connect-contact-cases/simulator': [resolve('src/simulator/index.ts')],
    },
  },
  files: [],
  references: [],
  include: ['.'],
}

test('TypeScript takes every module in the documentation', { timeout: 120_000 }, async () => {
  await rm(directory, { recursive: true, force: true })
  for (const { page, is, code } of modules) {
    const file = join(directory, page, is)
    await mkdir(dirname(file), { recursive: true })
    // Without an import it would be a script, whose names are everybody's.
    await writeFile(file, `${code}\nexport {}\n`)
  }
  await writeFile(join(directory, 'tsconfig.json'), JSON.stringify(tsconfig))
  const compiled = await promisify(execFile)(process.execPath, [
    'node_modules/typescript/bin/tsc',
    '-p',
    directory,
  ]).catch(({ stdout }: { stdout: string }) => ({ stdout }))
  expect(modules.length).toBeGreaterThan(7)
  expect(compiled.stdout).toBe('')
})
