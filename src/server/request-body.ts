import type { Failure } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'

/** The JSON of a request's body; a body that is too large is not read to its end. */
export async function readJson(request: Request, largestBytes: number): Promise<Result<unknown, Failure>> {
  if (!isJson(request.headers.get('content-type'))) {
    return fail({ code: 'unsupported_media_type', detail: 'Send the body as content-type: application/json.' })
  }
  const bytes = await readBytes(request, largestBytes)
  if (bytes === null) {
    const detail = `has more than ${largestBytes} bytes`
    return fail({ code: 'body_too_large', detail: `The body ${detail}.`, errors: [{ field: 'body', detail }] })
  }
  return parseJson(bytes)
}

// A form of another page can send text/plain without asking first; JSON from there needs a CORS preflight.
function isJson(contentType: string | null): boolean {
  return contentType?.split(';', 1)[0]?.trim().toLowerCase() === 'application/json'
}

async function readBytes(request: Request, largestBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length')) > largestBytes) return null
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > largestBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function parseJson(bytes: Uint8Array): Result<unknown, Failure> {
  try {
    return succeed(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    const detail = 'must be JSON in UTF-8'
    return fail({ code: 'invalid_request', detail: `The body ${detail}.`, errors: [{ field: 'body', detail }] })
  }
}
