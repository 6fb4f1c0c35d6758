import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { snippets } from './documentation.ts'
import { tarball } from './pack.ts'

/** An app that somebody has just made, with the package installed in it. */
export interface FreshApp {
  readonly directory: string
  /** Runs a program of the app to its end; what it wrote to stdout. */
  run(program: string, ...args: readonly string[]): Promise<string>
  /** Starts a program of the app; the first URL that it says. */
  start(program: string, args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>
  /** Writes those files of the documentation whose paths begin so, and replaces each of these texts in them by the other. */
  writeDocumentedFiles(prefix: string, instead?: Readonly<Record<string, string>>): Promise<void>
  remove(): Promise<void>
}

// Neither Vitest's environment, nor npm's of this repository.
const { PATH = '', HOME = '' } = process.env
const environment = {
  PATH,
  HOME,
  NEXT_TELEMETRY_DISABLED: '1',
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
}

/** Makes an app of this template, and installs the package and these beside it. */
export async function createFreshApp(template: string, ...packages: readonly string[]): Promise<FreshApp> {
  const directory = await mkdtemp(join(tmpdir(), 'fresh-app-'))
  const started: ChildProcess[] = []
  await cp(template, directory, { recursive: true })
  await writeFile(join(directory, 'package.json'), '{ "private": true, "type": "module" }')
  const execute = async (program: string, args: readonly string[]) =>
    (await promisify(execFile)(program, args, { cwd: directory, env: environment })).stdout
  await execute('npm', [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    tarball,
    ...packages,
  ])
  const pathOf = (program: string) =>
    ['node', 'npm'].includes(program) ? program : join(directory, 'node_modules/.bin', program)

  return {
    directory,
    run: (program, ...args) => execute(pathOf(program), args),
    async start(program, args, env) {
      const child = spawn(pathOf(program), args, {
        cwd: directory,
        env: { ...environment, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      started.push(child)
      return firstUrl(child)
    },
    async writeDocumentedFiles(prefix, instead = {}) {
      for (const { is: path, code } of snippets) {
        if (!path.startsWith(prefix)) continue
        await mkdir(dirname(join(directory, path)), { recursive: true })
        const changed = Object.entries(instead).reduce((text, [from, to]) => text.replaceAll(from, to), code)
        await writeFile(join(directory, path), changed)
      }
    },
    async remove() {
      for (const child of started) {
        child.kill()
        if (child.exitCode === null) await once(child, 'exit')
      }
      await rm(directory, { recursive: true, force: true })
    },
  }
}

async function firstUrl(child: ChildProcess): Promise<string> {
  let said = ''
  for await (const text of child.stdout ?? []) {
    said += text
    const [url] = /https?:\/\/[\w.:]+\d(?=[/"\s])/.exec(said) ?? []
    if (url !== undefined) {
      child.stdout?.resume()
      return url
    }
  }
  throw new Error(`It ended without a URL: ${said}`)
}
