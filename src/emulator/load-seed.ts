import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseSeed } from './seed.ts'
import type { Seed } from './seed-schema.ts'

export type SeedLoading = { readonly ok: true; readonly seed: Seed } | { readonly ok: false; readonly message: string }

/** The small company that is shipped. */
export const defaultSeedFile = new URL('./default-seed.json', import.meta.url)

/** The seed in a file, or one line that names the file and the place in it. */
export function loadSeed(file: string | URL): SeedLoading {
  const path = file instanceof URL ? file.pathname : file
  const name = basename(path)
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return { ok: false, message: `${path}: cannot be read (${reasonOf(error)})` }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { ok: false, message: `${name}: is not JSON (${reasonOf(error)})` }
  }
  const reading = parseSeed(json)
  if (reading.ok) return reading
  return { ok: false, message: [name, reading.path, reading.message].filter((part) => part !== '').join(': ') }
}

/** The small company, as a seed. */
export function defaultSeed(): Seed {
  const loading = loadSeed(defaultSeedFile)
  if (!loading.ok) throw new Error(loading.message)
  return loading.seed
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.replaceAll(/\s+/g, ' ')
}
