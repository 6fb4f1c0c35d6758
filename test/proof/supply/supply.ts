import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { toBillOfMaterials } from '../../../pack/bill-of-materials.ts'
import { type Lockfile, lockfileSchema, packagesIn } from '../../../pack/lockfile.ts'
import { exactly, type Figure, figure } from '../../support/figure.ts'
import { readAudit } from './audit.ts'
import { differencesFrom, findingsIn } from './findings.ts'
import { allowedInstallScripts } from './install-scripts.ts'

/** What the build brings along of other people's: where from, under which licence, and what is known against it. */
export async function supply(): Promise<readonly Figure[]> {
  const lockfile = lockfileSchema.parse(jsonOf('package-lock.json'))
  const { licences, installScripts, sources, integrity } = findingsIn(lockfile)
  const differences = differencesFrom(lockfileSchema.shape.packages.valueType.parse(jsonOf('package.json')), lockfile)
  for (const finding of [licences, installScripts, sources, integrity, differences].flat()) console.log(`  ${finding}`)
  printLicences(lockfile)
  for (const [name, reason] of Object.entries(allowedInstallScripts))
    console.log(`  ${name} has an install script: ${reason}`)
  const vulnerabilities = readAudit(await audit())
  if (!vulnerabilities.ok) console.log(`  ${vulnerabilities.problem}`)
  const packages = packagesIn(lockfile)
  const production = packages.filter(({ isProduction }) => isProduction)
  return [
    figure('packages that go into production', production.length, null),
    figure('packages for development alone', packages.length - production.length, null),
    figure('packages in the bill of materials', toBillOfMaterials(lockfile).components.length, null),
    figure('packages whose licence is not allowed', licences.length, exactly(0)),
    figure('packages with an install script and no reason', installScripts.length, exactly(0)),
    figure('packages that are not from the registry', sources.length, exactly(0)),
    figure('packages without integrity', integrity.length, exactly(0)),
    figure('differences of package.json and the lockfile', differences.length, exactly(0)),
    figure('known vulnerabilities', vulnerabilities.ok ? vulnerabilities.value : Number.NaN, exactly(0)),
  ]
}

function printLicences(lockfile: Lockfile): void {
  const packages = packagesIn(lockfile)
  const licences = [...new Set(packages.map(({ license = 'none' }) => license))].toSorted()
  const count = (licence: string, inProduction: boolean) =>
    packages.filter(({ license = 'none', isProduction }) => license === licence && isProduction === inProduction).length
  const rows = licences.map((licence) => [
    licence,
    { production: count(licence, true), development: count(licence, false) },
  ])
  console.table(Object.fromEntries(rows))
}

function jsonOf(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** What `npm audit` prints; it ends with 1 where it found something. */
function audit(): Promise<string> {
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--json'], { timeout: 60_000 }, (_, stdout) => resolve(stdout))
  })
}
