import { readFile } from 'node:fs/promises'
import { parseEnv } from 'node:util'
import type { PageConfig } from '../../contract/page-config.ts'
import { readSettings, type Settings } from '../../server/env.ts'
import type { Gathered } from '../check.ts'

/** What the server's own parser says of a file with its variables. */
export interface SettingsFile {
  readonly read: { readonly ok: true; readonly value: Settings } | { readonly ok: false; readonly problem: string }
}

/** Valid settings, beside those of the page that answers. */
export interface ServerSettings {
  readonly settings: Settings
  readonly page: Gathered<PageConfig>
}

export async function gatherSettingsFile(path: string): Promise<SettingsFile> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return { read: { ok: false, problem: `${path} cannot be read` } }
  return { read: readSettings(parseEnv(text)) }
}
