import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Answer, failure } from './answer.ts'
import type { CallLog } from './call-log.ts'
import type { World } from './operation.ts'
import { type Response, respond } from './respond.ts'

// Far more than a client sends. The service has a limit too, which is undocumented, so this one is a choice.
const longestBody = 1_000_000

export interface ListenerDeps {
  world(): World
  readonly log: CallLog
  /** Milliseconds from any fixed moment. */
  now(): number
  requestId(): string
}

/** Answers HTTP requests as the service does, and logs each. */
export function createListener({ world, log, now, requestId }: ListenerDeps): RequestListener {
  return (request, response) => {
    const start = now()
    readBody(request, (body) => {
      const { operation, answer } = body === null ? tooLarge : safely(request, body, world)
      write(response, answer, requestId())
      log.add({ operation, status: answer.status, ms: now() - start })
    })
  }
}

const tooLarge: Response = {
  operation: null,
  answer: failure('RequestEntityTooLargeException', `The request body has more than ${longestBody} bytes`),
}

// A mistake of ours must look like one of the service's, not like a broken connection.
function safely(request: IncomingMessage, body: string, world: () => World): Response {
  const { method = '', url = '/', headers } = request
  try {
    return respond({ method, target: url, contentType: headers['content-type'] ?? null, body }, world())
  } catch (error) {
    return { operation: null, answer: failure('InternalServerException', `The emulator failed: ${error}`) }
  }
}

/** Calls back once, with null where the body is too long; the rest of such a body is read and dropped. */
function readBody(request: IncomingMessage, done: (body: string | null) => void): void {
  const chunks: Buffer[] = []
  let size = 0
  request.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size <= longestBody) chunks.push(chunk)
    else chunks.length = 0
  })
  request.on('end', () => done(size > longestBody ? null : Buffer.concat(chunks).toString()))
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
