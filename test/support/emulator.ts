import { contactArnIn } from '../../src/emulator/arns.ts'
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts'
import { defaultSeedFile, loadSeed } from '../../src/emulator/load-seed.ts'
import { parseSeed } from '../../src/emulator/seed.ts'
import type { Seed } from '../../src/emulator/seed-schema.ts'

/** The seed that is shipped: contacts with 0, 1, 3, 10, 11 and 237 cases. */
export function defaultSeed(): Seed {
  const loading = loadSeed(defaultSeedFile)
  if (!loading.ok) throw new Error(loading.message)
  return loading.seed
}

/** A seed of the test's own. */
export function seedOf(json: unknown): Seed {
  const reading = parseSeed(json)
  if (!reading.ok) throw new Error(`${reading.path}: ${reading.message}`)
  return reading.seed
}

/** An emulator on any free port, without the quotas of requests a second. */
export function startEmulator(seed: Seed = defaultSeed()): Promise<Emulator> {
  return createEmulator({ seed, quotas: 'off' })
}

/** The contact of the seed's first domain that is linked to this many cases. */
export function contactWithCases(
  seed: Seed,
  count: number,
): { domainId: string; contactArn: string; caseIds: string[] } {
  const [domain] = seed.domains
  const contact = domain?.contacts.find((one) => one.caseIds.length === count)
  if (domain === undefined || contact === undefined) throw new Error(`the seed has no contact with ${count} cases`)
  return { domainId: domain.domainId, contactArn: contactArnIn(seed, contact), caseIds: contact.caseIds }
}
