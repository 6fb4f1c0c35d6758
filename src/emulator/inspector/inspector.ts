import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerContactPut } from '../connect/control.ts'
import type { EventHub } from '../events/event-hub.ts'
import { streamEvents } from '../events/event-stream.ts'
import type { Store } from '../store.ts'
import { viewDomain } from './domain-view.ts'
import { viewInstance } from './instance-view.ts'

export interface InspectorDeps {
  store(): Store
  readonly events: EventHub<object>
}

/** Answers a request for the page at `/_emulator` or its data; false where the request is not for that. */
export type Inspector = (request: IncomingMessage, response: ServerResponse) => boolean

const page = new Map([
  ['/_emulator', asset('text/html', new URL('./page/inspector.html', import.meta.url))],
  ['/_emulator/inspector.css', asset('text/css', new URL('./page/inspector.css', import.meta.url))],
  ['/_emulator/inspector.js', asset('text/javascript', new URL('./page/inspector.js', import.meta.url))],
])

export function createInspector({ store, events }: InspectorDeps): Inspector {
  return (request, response) => {
    const { method, url = '' } = request
    if (method === 'PUT' && url === '/_emulator/api/contact') {
      // A caller who goes away in the middle of a body is told nothing.
      void answerContactPut(request, response, store().directory).catch(() => response.destroy())
      return true
    }
    if (method !== 'GET' || !url.startsWith('/_emulator')) return false
    const { pathname, searchParams } = new URL(url, 'http://emulator')
    const part = page.get(pathname)
    if (part !== undefined) response.writeHead(200, part.head).end(part.text())
    else if (pathname === '/_emulator/api/events') streamEvents(events, response)
    else if (pathname === '/_emulator/api/domains') sendJson(response, 200, { domains: domainsOf(store()) })
    else if (pathname === '/_emulator/api/instance') sendJson(response, 200, viewInstance(store()))
    else if (pathname === '/_emulator/api/domain') sendDomain(response, store(), searchParams)
    else return false
    return true
  }
}

// The id is in the query, for a path cannot hold every id.
function sendDomain(response: ServerResponse, { domains }: Store, query: URLSearchParams): void {
  const domain = domains.get(query.get('domainId') ?? '')
  if (domain === undefined) sendJson(response, 404, { message: 'There is no such domain' })
  else sendJson(response, 200, viewDomain(domain, query.get('find') ?? ''))
}

function domainsOf({ domains }: Store) {
  return [...domains.values()].map(({ domainId, name }) => ({ domainId, name }))
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** A file of the page, read when it is first asked for. */
function asset(type: string, file: URL) {
  let text: string | null = null
  return {
    head: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'; img-src data:",
    },
    text: () => {
      text ??= readFileSync(file, 'utf8')
      return text
    },
  }
}
