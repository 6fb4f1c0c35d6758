import type * as z from 'zod/mini'
import { type Failure, fieldErrors } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'

/** The body of a request, by its schema; a body that is too large is not read to its end. */
export async function readBody<Body>(
  request: Request,
  schema: z.ZodMiniType<Body>,
  largestBytes: number,
): Promise<Result<Body, Failure>> {
  if (!isJson(request.headers.get('content-type'))) {
    return fail({ code: 'unsupported_media_type', detail: 'Send the body as content-type: application/json.' })
  }
  const bytes = await readBytes(request, largestBytes)
  if (bytes === null) {
    const detail = `has more than ${largestBytes} bytes`
    return fail({ code: 'body_too_large', detail: `The body ${detail}.`, errors: [{ field: 'body', detail }] })
  }
  const json = parseJson(bytes)
  return json.ok ? parseBody(json.value, schema) : json
}

// A form of another page can send text/plain without asking first; JSON from there needs a CORS preflight.
function isJson(contentType: string | null): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

async function readBytes(request: Request, largestBytes: number): Promise<Uint8Array | null> {
  const announced = request.headers.get('content-length')
  if (Number(announced) > largestBytes) return null
  // Node reads no more than was announced, and in one piece for a quarter of what a stream costs.
  if (announced !== null) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > largestBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const utf8 = new TextDecoder('utf-8', { fatal: true }) // one for all: to make it costs more than to use it

function parseJson(bytes: Uint8Array): Result<unknown, Failure> {
  try {
    return succeed(JSON.parse(utf8.decode(bytes)))
  } catch {
    const detail = 'must be JSON in UTF-8'
    return fail({ code: 'invalid_request', detail: `The body ${detail}.`, errors: [{ field: 'body', detail }] })
  }
}

function parseBody<Body>(json: unknown, schema: z.ZodMiniType<Body>): Result<Body, Failure> {
  const parsed = schema.safeParse(json)
  if (parsed.success) return succeed(parsed.data)
  const errors = fieldErrors(parsed.error, 'body')
  const detail = `${errors.map((error) => `${error.field} ${error.detail}`).join('; ')}.`
  return fail({ code: 'invalid_request', detail, errors })
}
