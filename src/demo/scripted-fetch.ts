import * as z from 'zod/mini'
import { parseContactArn } from '../contact/contact-arn.ts'
import {
  type DemoBackend,
  detailsAnswer,
  type Fault,
  listAnswer,
  type PageToken,
  problemAnswer,
  type Question,
  templateAnswer,
  templatesAnswer,
} from './demo-backend.ts'
import type { ForcedFault } from './url-settings.ts'

/** What the page's controls make of the network. */
export interface Conditions {
  readonly latencyMs: number
  /** What every answer is instead. */
  readonly fault: ForcedFault
}

const pageToken = z.tuple([z.string(), z.int(), z.int()])
const body = z.object({
  contactArn: z.optional(z.string()),
  nextToken: z.optional(z.string()),
  detailsToken: z.optional(z.string()),
  caseIds: z.optional(z.array(z.string())),
})

const forced: Record<Exclude<ForcedFault, 'none'>, Fault> = {
  throttled: { throttledForSeconds: 45 },
  offline: 'offline',
  denied: 'upstream_denied',
  failed: 'upstream_failed',
  garbled: 'garbled',
}

/** A `fetch` that a pretended server answers, for the real client: requests and answers are parsed as in life. */
export function createScriptedFetch(backend: DemoBackend, conditions: Conditions) {
  const readings = new Map<string, number>()
  return async (url: string, init: RequestInit): Promise<Response> => {
    await delay(conditions.latencyMs, init.signal ?? null)
    const { question, answer } = read(url, body.parse(JSON.parse(String(init.body ?? '{}'))))
    const fault = conditions.fault === 'none' ? (backend.fault?.(question) ?? null) : forced[conditions.fault]
    return fault === null ? answer() : failing(fault, init.signal ?? null)
  }

  function read(url: string, input: z.infer<typeof body>): { question: Question; answer: () => Response } {
    const [route, id] = url.split('/').slice(url.split('/').indexOf('domains') + 2)
    if (route === 'list-cases-for-contact') {
      const [contactId, reading, page] = listToken(input)
      return {
        question: { route: 'list', contactId, reading, page },
        answer: () => listAnswer(backend, contactId, reading, page),
      }
    }
    if (route === 'case-details') {
      const token = parseToken(input.detailsToken)
      const only = input.caseIds ?? null
      return {
        question: { route: 'details', contactId: token[0], only },
        answer: () => detailsAnswer(backend, token, only),
      }
    }
    if (id === undefined) return { question: { route: 'templates' }, answer: templatesAnswer }
    const templateId = decodeURIComponent(id)
    return { question: { route: 'template', templateId }, answer: () => templateAnswer(templateId) }
  }

  function listToken({ contactArn = '', nextToken }: z.infer<typeof body>): PageToken {
    if (nextToken !== undefined) return parseToken(nextToken)
    const arn = parseContactArn(contactArn)
    if (arn === null) throw new TypeError(`Not a contact ARN: ${contactArn}`)
    const contactId = arn.slice(arn.lastIndexOf('/') + 1)
    const reading = (readings.get(contactId) ?? 0) + 1
    readings.set(contactId, reading)
    return [contactId, reading, 1]
  }
}

function parseToken(text = ''): PageToken {
  return pageToken.parse(JSON.parse(text))
}

function failing(fault: Fault, signal: AbortSignal | null): Promise<Response> | Response {
  if (fault === 'silent') return new Promise((_, reject) => whenAborted(signal, reject))
  if (fault === 'offline') throw new TypeError('Failed to fetch')
  if (fault === 'garbled') return new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } })
  if (typeof fault === 'string') return problemAnswer(fault)
  return problemAnswer('throttled', { 'retry-after': String(fault.throttledForSeconds) })
}

/** Also with no latency an answer comes later, so that what was given up in the meantime is never read. */
function delay(ms: number, signal: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => (signal?.aborted ? reject(signal.reason) : resolve())
    if (ms === 0) return queueMicrotask(done)
    const timer = setTimeout(done, ms)
    whenAborted(signal, (reason) => {
      clearTimeout(timer)
      reject(reason)
    })
  })
}

function whenAborted(signal: AbortSignal | null, callback: (reason: unknown) => void): void {
  signal?.addEventListener('abort', () => callback(signal.reason), { once: true })
}
