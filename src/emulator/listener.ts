import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Answer, failure } from './answer.ts'
import type { CallLog } from './call-log.ts'
import type { Change } from './change.ts'
import { type Outcome, unchanged, type World } from './operation.ts'
import { type Response, respond } from './respond.ts'

// Far more than a client sends. The service has a limit too, which is undocumented, so this one is a choice.
const longestBody = 1_000_000

export interface ListenerDeps {
  world(): World
  /** Makes changes last; an answer waits for it. */
  commit(changes: readonly Change[]): Promise<void>
  readonly log: CallLog
  /** Milliseconds from any fixed moment. */
  now(): number
  requestId(): string
}

/** Answers HTTP requests as the service does, and logs each. */
export function createListener({ world, commit, log, now, requestId }: ListenerDeps): RequestListener {
  return (request, response) => {
    const start = now()
    readBody(request, async (body) => {
      const { operation, outcome } = body === null ? tooLarge : safely(request, body, world)
      const answer = outcome.changes.length === 0 ? outcome.answer : await committed(outcome, commit)
      write(response, answer, requestId())
      log.add({ operation, status: answer.status, ms: now() - start })
    })
  }
}

async function committed({ answer, changes }: Outcome, commit: ListenerDeps['commit']): Promise<Answer> {
  try {
    await commit(changes)
    return answer
  } catch (error) {
    return failureOfOurs(error)
  }
}

function failureOfOurs(error: unknown): Answer {
  return failure('InternalServerException', `The emulator failed: ${error}`)
}

const tooLarge: Response = {
  operation: null,
  outcome: unchanged(failure('RequestEntityTooLargeException', `The request body has more than ${longestBody} bytes`)),
}

// A mistake of ours must look like one of the service's, not like a broken connection.
function safely(request: IncomingMessage, body: string, world: () => World): Response {
  const { method = '', url = '/', headers } = request
  try {
    return respond({ method, target: url, contentType: headers['content-type'] ?? null, body }, world())
  } catch (error) {
    return { operation: null, outcome: unchanged(failureOfOurs(error)) }
  }
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

function write(response: ServerResponse, { status, errorType, body }: Answer, requestId: string): void {
  // As text and not as bytes: Node then sends head and body in one write.
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-amzn-requestid': requestId,
    ...(errorType === null ? {} : { 'x-amzn-errortype': errorType }),
  })
  response.end(text)
}
