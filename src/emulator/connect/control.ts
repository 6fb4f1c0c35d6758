import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { contactStates } from '../seed-schema.ts'
import type { Directory } from './directory.ts'

const putContact = z.strictObject({
  contactId: z.string().min(1).max(256),
  channel: z.enum(['VOICE', 'CHAT', 'TASK', 'EMAIL']).optional(),
  initialContactId: z.string().min(1).max(256).nullable().optional(),
  agentUserId: z.string().min(1).max(256).nullable().optional(),
  state: z.enum(contactStates).nullable().optional(),
})

/** `PUT /_emulator/api/contact`: lets a contact ring at an agent, be taken, or leave the desk. */
export async function answerContactPut(
  request: IncomingMessage,
  response: ServerResponse,
  directory: Directory,
): Promise<void> {
  const chunks: Buffer[] = await request.toArray()
  const reading = putContact.safeParse(jsonOf(Buffer.concat(chunks).toString()))
  const issue = reading.error?.issues[0]
  const [status, body] = reading.success
    ? [200, directory.put(reading.data)]
    : [400, { message: `${issue?.path.join('.') || 'The body'}: ${issue?.message}` }]
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
