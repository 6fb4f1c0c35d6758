import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type JsonReading, readJson } from './switches/read-json.ts'
import { type AccessKey, accessKeys } from './switches/switches-schema.ts'

/** The access keys in a file, or one line that names the file and what is wrong in it. */
export function loadKeys(file: string): JsonReading<AccessKey[]> {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    return { ok: false, message: `${file}: cannot be read (${error instanceof Error ? error.message : error})` }
  }
  const reading = readJson(accessKeys, text)
  return reading.ok ? reading : { ok: false, message: `${basename(file)}: ${reading.message}` }
}
