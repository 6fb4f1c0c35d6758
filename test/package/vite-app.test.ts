import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { preview } from 'vite'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { createFreshApp, type FreshApp } from '../support/fresh-app.ts'
import { showsCases } from '../support/shows-cases.ts'

let app: FreshApp

beforeAll(async () => {
  const beside = ['react', 'react-dom', '@tanstack/react-query', 'hono', '@hono/node-server']
  const forBuilding = ['vite', 'typescript', '@types/node@20', '@types/react', '@types/react-dom']
  app = await createFreshApp('test/package/vite-app', ...beside, ...forBuilding)
}, 180_000)

afterAll(() => app.remove())

test('importing an entry does nothing but give what it exports', async () => {
  const script = `
    const before = Reflect.ownKeys(globalThis)
    const entries = {}
    for (const name of ['', '/emulator', '/simulator', '/server']) {
      entries['.' + name] = Object.keys(await import('connect-contact-cases' + name))
      if (name === '') entries.globals = Reflect.ownKeys(globalThis).filter((key) => !before.includes(key))
    }
    console.log(JSON.stringify(entries))`
  const entries = JSON.parse(await app.run('node', '--input-type=module', '-e', script))
  expect(entries).toMatchInlineSnapshot(`
    {
      ".": [
        "ContactCases",
        "ContactCasesProvider",
        "contactArnOf",
        "contactCasesQuery",
        "createCasesClient",
        "createFrameSource",
        "createMemorySource",
        "createPreferences",
        "createSignIn",
        "createStreamsSource",
        "createWorkspaceSource",
        "defineContactCases",
        "frameContactCases",
        "loadWords",
        "mountContactCases",
        "parseAgentArn",
        "parseContactArn",
        "parseContactId",
        "useContactCases",
        "useDesk",
      ],
      "./emulator": [
        "createEmulator",
        "defaultSeed",
        "loadSeed",
        "openJournal",
        "parseSeed",
      ],
      "./server": [
        "AppOptionsError",
        "createApp",
      ],
      "./simulator": [
        "ScriptError",
        "SeedError",
        "createSimulator",
      ],
      "globals": [
        "__zod_globalConfig",
        "__zod_globalRegistry",
      ],
    }
  `)
})

test('the documentation’s examples are right for TypeScript, with every declaration checked', async () => {
  for (const path of ['src/', 'server.ts', 'stand-ins.ts']) await app.writeDocumentedFiles(path)
  expect(await app.run('tsc', '-p', '.')).toBe('')
})

test('a fresh Vite app shows the cases of a contact that rings, by the commands of the package alone', async () => {
  const dist = join(app.directory, 'dist')
  await mkdir(dist)
  const site = await preview({
    root: app.directory,
    configFile: false,
    logLevel: 'error',
    preview: { host: '127.0.0.1', port: 0 },
  })
  onTestFinished(() => site.close())
  const origin = new URL(site.resolvedUrls?.local[0] ?? '').origin

  const emulator = await app.start('connect-contact-cases', ['emulator', '--port', '0', '--quotas', 'off'])
  const simulator = await app.start('connect-contact-cases', ['simulator', '--port', '0'])
  const server = await app.start('connect-contact-cases', ['server'], {
    PORT: '0',
    AWS_ENDPOINT_URL_CONNECTCASES: emulator,
    ALLOWED_ORIGINS: origin,
  })
  await app.writeDocumentedFiles('src/', { 'http://127.0.0.1:4720': simulator, 'http://127.0.0.1:8787': server })
  await app.run('vite', 'build', '--logLevel', 'error')
  await showsCases(origin)

  expect(await (await fetch(server)).text()).toContain('<title>')
})

test('the documentation’s server of one’s own has the API below its path', async () => {
  await app.writeDocumentedFiles('server.ts', { 'serve(company,': 'serve({ fetch: company.fetch, port: 0 },' })
  await app.run('vite', 'build', '--ssr', 'server.ts', '--outDir', 'dist-server', '--logLevel', 'error')
  const url = await app.start('node', ['dist-server/server.js'])
  expect((await fetch(`${url}/cases/livez`)).status).toBe(200)
  expect((await fetch(`${url}/cases/api/domains/DOMAIN/templates`)).status).toBe(401)
})

test('the documentation’s stand-ins start, the softphone with the contacts of the emulator', async () => {
  await app.writeDocumentedFiles('stand-ins.ts', { '${emulator.url}, ': '' })
  await app.run('vite', 'build', '--ssr', 'stand-ins.ts', '--outDir', 'dist-stand-ins', '--logLevel', 'error')
  const url = await app.start('node', ['dist-stand-ins/stand-ins.js'])
  expect(await (await fetch(`${url}/ccp-v2/`)).text()).toContain('237 cases')
})

interface Installed {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, Installed>>
}

/** Each package of the workspace SDK in this tree, with its version and that of the core it gets. */
function coresIn(tree: Pick<Installed, 'dependencies'>): { name: string; version: string; core: string }[] {
  return Object.entries(tree.dependencies ?? {}).flatMap(([name, { version, dependencies }]) => {
    const core = name.startsWith('@amazon-connect/') ? dependencies?.['@amazon-connect/core']?.version : undefined
    return [
      ...(core === undefined ? [] : [{ name, version, core }]),
      ...(dependencies === undefined ? [] : coresIn({ dependencies })),
    ]
  })
}

test('each package of the workspace SDK gets the core of its own version, with which its types agree', async () => {
  const cores = coresIn(JSON.parse(await app.run('npm', 'ls', '--json', '@amazon-connect/core')))
  expect(cores).not.toEqual([])
  expect(cores.filter(({ version, core }) => version !== core)).toEqual([])
})
