import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { toBillOfMaterials } from '../../pack/bill-of-materials.ts'
import { lockfileSchema } from '../../pack/lockfile.ts'
import { readAudit } from '../proof/supply/audit.ts'
import { differencesFrom, findingsIn } from '../proof/supply/findings.ts'
import { isAllowed } from '../proof/supply/licences.ts'

const lockfile = lockfileSchema.parse(jsonOf('package-lock.json'))
const manifest = lockfileSchema.shape.packages.valueType.parse(jsonOf('package.json'))

function jsonOf(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** A lockfile of one package. */
const locked = (path: string, entry: object) =>
  lockfileSchema.parse({ name: 'a', version: '1.0.0', packages: { [path]: { version: '1.0.0', ...entry } } })

const installed = z.object({
  version: z.string().optional(),
  dependencies: z.record(z.string(), z.unknown()).default({}),
})

/** Every `name@version` of what `npm ls` prints, however deep. */
function namesIn(json: unknown): readonly string[] {
  const { dependencies } = installed.parse(json)
  return Object.entries(dependencies).flatMap(([name, each]) => {
    const { version } = installed.parse(each)
    return version === undefined ? [] : [`${name}@${version}`, ...namesIn(each)]
  })
}

test('all packages are licensed as we allow, from the registry, with integrity, and run no script without a reason', () => {
  expect(findingsIn(lockfile)).toEqual({ licences: [], installScripts: [], sources: [], integrity: [] })
})

test('the lockfile is in step with package.json', () => {
  expect(differencesFrom(manifest, lockfile)).toEqual([])
  expect(differencesFrom({ ...manifest, dependencies: { left: '^1.0.0' } }, locked('', {}))).toContain(
    'dependencies of left: ^1.0.0 in package.json, undefined in the lockfile: npm install',
  )
})

test('a package from anywhere, of any licence, with a script and without integrity is found', () => {
  const stray = locked('node_modules/stray', { resolved: 'git+ssh://a', license: 'GPL-3.0', hasInstallScript: true })
  const { licences, installScripts, sources, integrity } = findingsIn(stray)
  expect([licences, installScripts, sources, integrity].map((findings) => findings.length)).toEqual([1, 1, 1, 1])
})

test('a licence is allowed where one of its alternatives is, and all parts of that', () => {
  expect(isAllowed('(MIT OR GPL-3.0-or-later)', true)).toBe(true)
  expect(isAllowed('(MIT AND Zlib)', true)).toBe(true)
  expect(isAllowed('MIT AND GPL-3.0', true)).toBe(false)
  expect(isAllowed('(MIT OR GPL-3.0) AND GPL-2.0', true)).toBe(false)
  expect(isAllowed(undefined, false)).toBe(false)
  expect([isAllowed('MPL-2.0', true), isAllowed('MPL-2.0', false)]).toEqual([false, true])
})

test('the bill of materials names exactly what npm installs without development, and how it hangs together', {
  timeout: 60_000, // npm takes its time on a busy machine
}, () => {
  const printed = execFileSync('npm', ['ls', '--omit=dev', '--all', '--json', '--package-lock-only'], {
    encoding: 'utf8',
  })
  const { components, dependencies } = toBillOfMaterials(lockfile)
  const named = components.map(({ name, version }) => `${name}@${version}`)
  expect(new Set(named)).toEqual(new Set(namesIn(JSON.parse(printed))))
  expect(new Set(named).size).toBe(named.length)
  const refs = new Set(components.map((each) => each.purl))
  expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !refs.has(ref))).toEqual([])
  // Everything is there for a reason: the page or the server needs it, or something that they need.
  const reached = new Set(dependencies.flatMap(({ dependsOn }) => dependsOn))
  expect([...refs].filter((ref) => !reached.has(ref))).toEqual([])
})

test('an audit that could not ask is no audit without findings', () => {
  expect(readAudit('{"metadata":{"vulnerabilities":{"total":2}}}')).toEqual({ ok: true, value: 2 })
  for (const printed of ['{"message":"405 Method Not Allowed"}', '']) expect(readAudit(printed).ok).toBe(false)
})
