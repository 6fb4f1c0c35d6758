import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { type LockedPackage, type Lockfile, lockfileSchema, packagesIn, resolveFrom } from './lockfile.ts'

/**
 * What the build is made of, as CycloneDX 1.6: every package that `npm ci --omit=dev` installs. The same lockfile gives
 * the same text. (`npm sbom --omit dev` of npm 11 leaves out what a development dependency needs too, such as React.)
 */
export function toBillOfMaterials(lockfile: Lockfile) {
  const packages = packagesIn(lockfile).filter(({ isProduction }) => isProduction)
  const refs = new Map(packages.map((each) => [each.path, toRef(each)]))
  const root = `pkg:npm/${lockfile.name}@${lockfile.version}`

  function dependsOn(path: string): readonly string[] {
    const { dependencies, optionalDependencies, peerDependencies } = lockfile.packages[path] ?? {}
    const wanted = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })
    const found = wanted.flatMap((name) => refs.get(resolveFrom(path, name, lockfile) ?? '') ?? [])
    return [...new Set(found)].toSorted()
  }

  const components = new Map(packages.map((each) => [toRef(each), toComponent(each)]))
  const edges = new Map(packages.map(({ path }) => [refs.get(path) ?? '', dependsOn(path)]))
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': root, name: lockfile.name, version: lockfile.version, purl: root },
    },
    components: [...components.values()],
    dependencies: [[root, dependsOn('')] as const, ...edges].map(([ref, on]) => ({ ref, dependsOn: on })),
  }
}

function toRef({ name, version }: LockedPackage): string {
  return `pkg:npm/${name.replace(/^@/, '%40')}@${version}`
}

function toComponent(each: LockedPackage) {
  const { name, version, license, integrity } = each
  return {
    type: 'library',
    'bom-ref': toRef(each),
    name,
    version,
    purl: toRef(each),
    hashes: hashesOf(integrity ?? ''),
    licenses: license === undefined ? [] : [{ expression: license }],
  }
}

function hashesOf(integrity: string): readonly { alg: string; content: string }[] {
  return integrity.split(' ').flatMap((hash) => {
    const base64 = /^sha512-(.+)$/.exec(hash)?.[1]
    return base64 === undefined ? [] : [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }]
  })
}

/** Writes the bill beside what is built, `dist/sbom.cdx.json`, when the page is. */
export function billOfMaterials(): Plugin {
  return {
    name: 'bill-of-materials',
    apply: ({ mode }, { isSsrBuild }) => mode === 'production' && isSsrBuild !== true,
    writeBundle() {
      const lockfile = lockfileSchema.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
      mkdirSync('dist', { recursive: true })
      writeFileSync('dist/sbom.cdx.json', `${JSON.stringify(toBillOfMaterials(lockfile), null, 2)}\n`)
    },
  }
}
