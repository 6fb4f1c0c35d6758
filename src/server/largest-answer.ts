import { pipeline, Readable, Transform, type TransformCallback } from 'node:stream'

/** The service's answer is larger than any that its model allows. */
class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge'
}

/** An answer of the service, whose body nobody has read yet. */
export interface UnreadAnswer {
  readonly headers: Readonly<Record<string, string>>
  body?: unknown
}

/**
 * The body, cut off with `AnswerTooLarge` after so many bytes. The SDK reads a body to its end before anyone
 * sees it, so a wrong endpoint could fill the memory. Destroying either end destroys the other.
 */
export function limitBody({ headers, body }: UnreadAnswer, largestBytes: number): unknown {
  // Node reads no more than was announced, and to count is dear.
  if (!(body instanceof Readable) || Number(headers['content-length']) <= largestBytes) return body
  let read = 0
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      read += chunk.length
      if (read > largestBytes) done(new AnswerTooLarge(`more than ${largestBytes} bytes`))
      else done(null, chunk)
    },
  })
  // Whoever reads the counter hears of its error; the pipeline needs a callback all the same.
  return pipeline(body, counter, () => undefined)
}
