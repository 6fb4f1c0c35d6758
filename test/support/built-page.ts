import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const pageConfig = {
  host: 'streams',
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  region: 'us-east-1',
  domainId: 'domain',
  apiBaseUrl: '/api',
} as const

/** A directory that looks like a built page; gone when the test is. */
export async function createBuiltPage(config: unknown = pageConfig): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'page-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  await mkdir(join(directory, 'assets'))
  await writeFile(join(directory, 'index.html'), '<!doctype html><title>Contact cases</title>')
  await writeFile(join(directory, 'assets', 'main-1a2b.js'), 'export {}')
  await writeFile(join(directory, 'config.json'), typeof config === 'string' ? config : JSON.stringify(config))
  return directory
}
