import { problemSchema } from '../../../../src/contract/problem.ts'
import { sealPage } from '../../../../src/server/details-token.ts'
import { createSeals } from '../../../../src/server/seal.ts'
import { contactArn, createTestApp, detailsPath, listPath, post } from '../../../support/server-app.ts'
import { createSignedInApp } from '../../../support/signed-in-app.ts'
import { fixedBytes } from '../fixed-bytes.ts'
import { ofText, ofValue, type Parser, type Verdict } from '../parser.ts'

const seals = createSeals({ keys: [{ id: 'a', key: fixedBytes(32) }], randomBytes: fixedBytes })
const { app } = createTestApp({}, { seals, allowedOrigins: ['https://desk.example.com'] })
const page = { contactArn, throughContactArn: null, caseIds: ['case-1', 'case-2'] }
const detailsToken = sealPage(seals, page, { domainId: 'domain', owner: [] })
const signedIn = await createSignedInApp({})
const token = await signedIn.tokenOf('ann')
const templatesPath = '/api/domains/domain/templates'
const etag = (await app.request(templatesPath)).headers.get('etag') ?? ''

/** Every request gets an answer: what was asked for, or a problem as the contract has it, and never a mistake of ours. */
async function ask(app: { request: typeof signedIn.app.request }, path: string, init: RequestInit): Promise<Verdict> {
  const answer = await app.request(path, init)
  if (answer.ok || answer.status === 304) return 'accepted'
  const { code } = problemSchema.parse(await answer.json())
  if (code === 'internal') throw new Error(`The server failed at ${path}.`)
  return 'refused'
}

/** The header with this text; null where no header can hold it, so that no server ever sees it. */
function headersWith(name: string, text: string): Headers | null {
  try {
    return new Headers([[name, text]])
  } catch {
    return null
  }
}

/** A request that is right but for this header. */
async function askWith(init: RequestInit, path: string, name: string, text: string): Promise<Verdict> {
  const headers = headersWith(name, text)
  if (headers === null) return 'refused'
  for (const [each, value] of new Headers(init.headers)) if (each !== name) headers.set(each, value)
  return ask(app, path, { ...init, headers })
}

async function signInWith(text: string): Promise<Verdict> {
  const headers = headersWith('authorization', text)
  return headers === null ? 'refused' : ask(signedIn.app, templatesPath, { headers })
}

/** The path as a client would send it: a URL that cannot be is none. */
async function askPath(text: string): Promise<Verdict> {
  const url = `http://localhost/api/domains/${text}/templates`
  return URL.canParse(url) ? ask(app, url, {}) : 'refused'
}

const list = { contactArn, throughContactArn: contactArn, maxResults: 10 }

export const requestParsers: readonly Parser[] = [
  ofText('body, as text', [JSON.stringify({ contactArn })], (text) => ask(app, listPath, post(text))),
  ofValue('body that asks for a list', [list], (value) => ask(app, listPath, post(JSON.stringify(value) ?? ''))),
  ofValue('body that asks for details', [{ detailsToken, caseIds: ['case-1'] }], (value) =>
    ask(app, detailsPath, post(JSON.stringify(value) ?? '')),
  ),
  ofText('header Content-Type', ['application/json; charset=utf-8'], (text) =>
    askWith(post({ contactArn }), listPath, 'content-type', text),
  ),
  ofText('header Origin', ['https://desk.example.com'], (text) =>
    askWith(post({ contactArn }), listPath, 'origin', text),
  ),
  ofText('header Priority, at the route', ['u=1', 'i, u=6'], (text) =>
    askWith(post({ contactArn }), listPath, 'priority', text),
  ),
  ofText('header If-None-Match', [etag, `"other", W/${etag}`], (text) =>
    askWith({}, templatesPath, 'if-none-match', text),
  ),
  ofText('header Authorization', [`Bearer ${token}`], signInWith),
  ofText('id in the path', ['domain', 'd%C3%A9'], askPath),
]
