import { once } from 'node:events'
import { Agent, createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

/** A call as the service got it. */
export const recordedCall = z.object({
  operation: z.string(),
  at: z.number(),
  status: z.number(),
  /** Of which contact a list was asked for, and from which token on; null for other questions. */
  list: z.object({ contactArn: z.string(), nextToken: z.string().nullable() }).nullable(),
})

export type RecordedCall = z.infer<typeof recordedCall>

interface RecorderSettings {
  readonly target: string
  readonly operationOf: (method: string, path: string) => string | null
  readonly now: () => number
}

const listBody = z.object({ contactArn: z.string(), nextToken: z.string().nullable().default(null) })

/** Stands before a service and notes each call; the emulator's own log forgets all but the last thousand. */
export async function recordCalls({ target, operationOf, now }: RecorderSettings) {
  const calls: RecordedCall[] = []
  const agent = new Agent({ keepAlive: true })
  const server = createServer(async (request, response) => {
    const { method = '', url = '' } = request
    const operation = operationOf(method, url.split('?', 1)[0] ?? '') ?? 'unknown'
    const body = Buffer.concat(await request.toArray())
    const list = operation === 'ListCasesForContact' ? listBody.parse(JSON.parse(body.toString())) : null
    forward(new URL(url, target), agent, request, body, response, (status) => {
      calls.push({ operation, at: now(), status, list })
    })
  })
  server.keepAliveTimeout = 65_000
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, calls }
}

function forward(
  url: URL,
  agent: Agent,
  { method, headers }: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  onAnswer: (status: number) => void,
): void {
  const sent = httpRequest(url, { method, headers, agent }, (answer) => {
    const { statusCode = 0 } = answer
    onAnswer(statusCode)
    response.writeHead(statusCode, answer.headers)
    answer.pipe(response)
  })
  sent.once('error', () => response.destroy())
  sent.end(body)
}
