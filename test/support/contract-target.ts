import { afterAll } from 'vitest'
import type { Seed } from '../../src/emulator/seed-schema.ts'
import { defaultSeed, startEmulator } from './emulator.ts'

/**
 * What a contract test talks to: an emulator of its own with the shipped seed or, with CASES_ENDPOINT_URL, whatever
 * answers there with the same one.
 */
export async function contractTarget(): Promise<{ url: string; seed: Seed }> {
  const seed = defaultSeed()
  const elsewhere = process.env['CASES_ENDPOINT_URL']
  if (elsewhere) return { url: elsewhere, seed }
  const emulator = await startEmulator(seed)
  afterAll(() => emulator.close())
  return { url: emulator.url, seed }
}
