import { readdir } from 'node:fs/promises'
import { Hono } from 'hono'
import type { PageConfig } from '../../src/contract/page-config.ts'
import { answerHeaders } from '../../src/server/hardening/answer-headers.ts'
import { servePage } from '../../src/server/page.ts'
import type { AppEnv } from '../../src/server/problem-answer.ts'

/** Headers of an answer by their names, in small letters. */
export type Headers = Readonly<Record<string, string>>

interface BuiltPage {
  readonly directory: string
  readonly domainName: string
  readonly config: PageConfig
  readonly frameAncestors: readonly string[]
}

// What says which answer it is and how long it serves; S3 says that of its own.
const ofTheAnswer = ['cache-control', 'content-length', 'content-type', 'etag', 'last-modified']

/**
 * What protects each document of the page, by the document's name: the server itself is asked, so that a page from S3
 * is protected as one from the server, by one table.
 */
export async function pageProtection({ directory, domainName, config, frameAncestors }: BuiltPage) {
  const app = new Hono<AppEnv>()
  app.use(answerHeaders())
  servePage(app, { directory, config, frameAncestors })
  const documents = (await readdir(directory)).filter((name) => name.endsWith('.html'))
  const protection = new Map<string, Headers>()
  for (const name of documents) {
    const answer = await app.request(`https://${domainName}/${name}`)
    const headers = [...answer.headers].filter(([header]) => !ofTheAnswer.includes(header))
    protection.set(name, Object.fromEntries(headers))
  }
  return protection
}
