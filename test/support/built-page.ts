import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { PageConfig } from '../../src/contract/page-config.ts'

/** The settings of a page that frames the softphone. */
export type StreamsPageConfig = Extract<PageConfig, { host: 'streams' }>

export const pageConfig = {
  host: 'streams',
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  region: 'us-east-1',
  domainId: 'domain',
  apiBaseUrl: '/api',
  autoLoadMore: false,
} as const

/** A directory that looks like a built page, with these settings in it, or with this text in their place. */
export async function createBuiltPage(config: unknown = pageConfig) {
  const directory = await mkdtemp(join(tmpdir(), 'page-'))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Contact cases</title>')
  await writeFile(join(directory, 'sign-in.html'), '<!doctype html><title>Contact cases</title>')
  await writeFile(join(directory, 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(join(directory, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) }
}
