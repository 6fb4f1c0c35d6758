import { type Answer, failure } from './answer.ts'
import { type Finding, readShape } from './read-shape.ts'
import type { Shape } from './shape.ts'

/** A request once its operation is known: what the path, the query string and the body say. */
export interface RawInput {
  /** Decoded labels of the path. */
  readonly labels: Readonly<Record<string, string>>
  /** Without the question mark. */
  readonly query: string
  readonly body: string
  readonly contentType: string | null
}

type Input<I> = { readonly ok: true; readonly value: I } | { readonly ok: false; readonly answer: Answer }

/** The input of an operation, or the answer that says what is wrong with it. */
export function readInput<I>(shape: Shape<I>, parametersIn: 'body' | 'query', raw: RawInput): Input<I> {
  const parameters = parametersIn === 'query' ? readQuery(shape, raw.query) : readBody(raw)
  if (parameters === null) return refuse(failure('SerializationException', 'The request body is not a JSON object'))
  if (parameters === 'unsupported') {
    return refuse(failure('UnsupportedMediaTypeException', 'The request body must be application/json'))
  }
  const reading = readShape(shape, { ...parameters, ...raw.labels })
  return reading.ok ? reading : refuse(failureOf(reading.findings))
}

function refuse(answer: Answer): { ok: false; answer: Answer } {
  return { ok: false, answer }
}

// What cannot be read is said before what breaks a limit, as in the service framework: parse, then validate.
function failureOf(findings: readonly Finding[]): Answer {
  const malformed = findings.find((finding) => finding.kind === 'malformed')
  if (malformed !== undefined) return failure('SerializationException', malformed.text)
  const count = `${findings.length} validation error${findings.length === 1 ? '' : 's'} detected`
  return failure('ValidationException', `${count}: ${findings.map((finding) => finding.text).join('; ')}`)
}

// SDKs send no body and no content type where a request has no members in its body.
function readBody({ body, contentType }: RawInput): object | 'unsupported' | null {
  if (body === '') return {}
  if (contentType !== null && !/^application\/json\s*(;|$)/i.test(contentType)) return 'unsupported'
  try {
    const json: unknown = JSON.parse(body)
    return typeof json === 'object' && !Array.isArray(json) ? json : null
  } catch {
    return null
  }
}

function readQuery(shape: Shape<unknown>, query: string): object {
  if (shape.kind !== 'structure' || query === '') return {}
  const given = new URLSearchParams(query)
  const parameters: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(shape.members)) {
    if (!given.has(name)) continue
    const texts = given.getAll(name)
    parameters[name] = member.shape.kind === 'list' ? texts : readScalar(member.shape.kind, texts[0])
  }
  return parameters
}

// A text that is not an integer is left as it is, for the reading of the shape to say so.
function readScalar(kind: Shape<unknown>['kind'], text: string | undefined): unknown {
  return kind === 'integer' && text !== undefined && /^-?\d+$/.test(text) ? Number(text) : text
}
