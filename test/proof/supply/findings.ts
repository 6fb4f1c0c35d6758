import { type LockedPackage, type Lockfile, packagesIn } from '../../../pack/lockfile.ts'
import { allowedInstallScripts } from './install-scripts.ts'
import { isAllowed } from './licences.ts'

const registry = 'https://registry.npmjs.org/'

/** What is wrong with what a lockfile brings along, each a list of sentences. */
export function findingsIn(lockfile: Lockfile) {
  const packages = packagesIn(lockfile)
  const say = (wrong: readonly LockedPackage[], what: (each: LockedPackage) => string) =>
    wrong.map((each) => `${each.path} ${what(each)}`)
  return {
    licences: say(
      packages.filter(({ license, isProduction }) => !isAllowed(license, isProduction)),
      ({ license = 'no licence', isProduction }) =>
        `has ${license}, which may not ${isProduction ? 'go to others' : 'be here'}: replace it, or allow it in licences.ts`,
    ),
    installScripts: say(
      packages.filter(({ hasInstallScript, name }) => hasInstallScript && !Object.hasOwn(allowedInstallScripts, name)),
      () => 'runs a script when it is installed: replace it, or say in install-scripts.ts why it may',
    ),
    // Where the lockfile names no source, it is the registry of whoever installs: the integrity says what must come.
    sources: say(
      packages.filter(({ resolved = registry }) => !resolved.startsWith(registry)),
      ({ resolved }) => `comes from ${resolved}: everything comes from a registry`,
    ),
    integrity: say(
      packages.filter(({ integrity, inBundle }) => !inBundle && !integrity?.startsWith('sha512-')),
      () => 'has no sha512 integrity: install it anew',
    ),
  }
}

type Manifest = Pick<Lockfile['packages'][string], 'dependencies' | 'devDependencies'>

/** Where package.json says something else than the lockfile knows of it. */
export function differencesFrom(manifest: Manifest, { packages }: Lockfile): readonly string[] {
  const locked = packages['']
  return (['dependencies', 'devDependencies'] as const).flatMap((kind) => {
    const [wanted, known] = [manifest[kind], locked?.[kind] ?? {}]
    const names = new Set([...Object.keys(wanted), ...Object.keys(known)])
    return [...names]
      .filter((name) => wanted[name] !== known[name])
      .map((name) => `${kind} of ${name}: ${wanted[name]} in package.json, ${known[name]} in the lockfile: npm install`)
  })
}
