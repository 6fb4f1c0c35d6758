import type { IncomingMessage, RequestListener } from 'node:http'
import { failure } from './answer.ts'
import type { CallLog } from './call-log.ts'
import { replyOf } from './reply.ts'
import { sendReply } from './send-reply.ts'
import { type ServeDeps, type Served, serve } from './serve.ts'

// Far more than a client sends. The service has a limit too, which is undocumented, so this one is a choice.
const longestBody = 1_000_000

export interface ListenerDeps extends ServeDeps {
  readonly log: CallLog
  /** Milliseconds from any fixed moment. */
  now(): number
}

/** Answers HTTP requests as the service does, and logs each. */
export function createListener(deps: ListenerDeps): RequestListener {
  const { log, now } = deps
  return (request, response) => {
    const start = now()
    readBody(request, async (body) => {
      const { operation, reply } = await served(request, body, deps)
      sendReply(response, reply)
      log.add({ operation, status: reply.status, ms: now() - start })
    })
  }
}

function served({ method = '', url = '/', headers }: IncomingMessage, body: string | null, deps: ListenerDeps) {
  return body === null ? tooLarge(deps.requestId()) : serve({ method, target: url, headers, body }, deps)
}

function tooLarge(requestId: string): Served {
  const answer = failure('RequestEntityTooLargeException', `The request body has more than ${longestBody} bytes`)
  return { operation: null, reply: replyOf(answer, requestId) }
}

/** Calls back once, with null where the body is too long; the rest of such a body is read and dropped. */
function readBody(request: IncomingMessage, done: (body: string | null) => Promise<void>): void {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= longestBody) chunks.push(chunk)
    else chunks.length = 0
  })
  request.on('end', () => void done(size > longestBody ? null : Buffer.concat(chunks).toString()))
}
