import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { type Stage, valuesOf } from './dockerfile.ts'

/** A directory with what the last stage of the image holds, and nothing of it may be written. */
export async function createImageTree(stage: Stage) {
  const root = await mkdtemp(join(tmpdir(), 'image-'))
  const built = await buildInContext()
  const workDirectory = join(root, valuesOf(stage, 'WORKDIR')[0] ?? '/')
  await mkdir(workDirectory, { recursive: true })
  for (const copy of valuesOf(stage, 'COPY')) {
    const [, from = '', to = ''] = copy.split(' ')
    const target = join(workDirectory, to)
    if (from === '/app/node_modules') await copyProductionPackages(target)
    else await cp(join(built, relative('/app', from)), target, { recursive: true })
  }
  await rm(built, { recursive: true })
  setMode('a=rX', root)
  const remove = async () => {
    setMode('u+w', root)
    await rm(root, { recursive: true })
  }
  return { workDirectory, remove }
}

/** What the first stage does: the build, of what .dockerignore lets into the context, with what is installed here. */
async function buildInContext(): Promise<string> {
  const context = await mkdtemp(join(tmpdir(), 'context-'))
  const rules = readFileSync('.dockerignore', 'utf8').matchAll(/^!(.+)$/gm)
  for (const [, path = ''] of rules) await cp(path, join(context, path), { recursive: true })
  await symlink(resolve('node_modules'), join(context, 'node_modules'))
  // Vitest says "test", with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('npm', ['run', 'build'], { cwd: context, env, stdio: ['ignore', 'ignore', 'inherit'] })
  return context
}

// Two files in three; copying them would take longer than everything else.
const readByNoProgram = /\.(ts|mts|cts|map|md)$/

async function copyProductionPackages(to: string): Promise<void> {
  const listed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--parseable'], { encoding: 'utf8' })
  const [here = '', ...packages] = listed.trim().split('\n')
  for (const path of packages) {
    const target = join(dirname(to), relative(here, path))
    await mkdir(dirname(target), { recursive: true })
    // Packages within a package are listed on their own, where they are of production.
    const isOfPackage = (file: string) =>
      !relative(path, file).startsWith('node_modules') && !readByNoProgram.test(file)
    await cp(path, target, { recursive: true, filter: isOfPackage })
  }
}

function setMode(mode: string, root: string): void {
  execFileSync('chmod', ['-R', mode, root])
}
