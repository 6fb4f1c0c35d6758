import type { Member, Shape } from './shape.ts'

/** Malformed: it cannot be read at all. Violation: it can, but breaks a limit of the service model. */
export interface Finding {
  readonly kind: 'malformed' | 'violation'
  readonly text: string
}

export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** The JSON value as the shape has it, or everything that is wrong with it. Members the shape does not know are ignored. */
export function readShape<T>(shape: Shape<T>, json: unknown): Reading<T> {
  const findings: Finding[] = []
  const value = walk(shape, json, '', findings)
  // The walk builds what the shape describes, and reports whatever differs.
  return findings.length === 0 ? { ok: true, value: value as T } : { ok: false, findings }
}

// A filter may hold filters without end, and a stack may not.
const longestPath = 1_000

function walk(shape: Shape<unknown>, json: unknown, path: string, findings: Finding[]): unknown {
  if (path.length > longestPath) return malformed(findings, path.slice(0, 50), 'less deeply nested')
  switch (shape.kind) {
    case 'text':
      return walkText(shape, json, path, findings)
    case 'integer':
      if (!Number.isSafeInteger(json)) return malformed(findings, path, 'an integer')
      return checkSize('value', Number(json), shape, json, path, findings)
    case 'double':
      return typeof json === 'number' ? json : malformed(findings, path, 'a number')
    case 'boolean':
      return typeof json === 'boolean' ? json : malformed(findings, path, 'true or false')
    case 'list':
      return walkList(shape, json, path, findings)
    case 'structure':
      return walkStructure(shape.members, json, path, findings)
    case 'union':
      return walkUnion(shape.members, json, path, findings)
  }
}

type Of<K extends Shape<unknown>['kind']> = Extract<Shape<unknown>, { kind: K }>

function walkText(shape: Of<'text'>, json: unknown, path: string, findings: Finding[]): unknown {
  if (typeof json !== 'string') return malformed(findings, path, 'a string')
  if (shape.oneOf !== undefined && !shape.oneOf.includes(json)) {
    violation(findings, json, path, `Member must satisfy enum value set: [${shape.oneOf.join(', ')}]`)
  }
  if (shape.pattern?.test(json) === false) {
    violation(findings, json, path, `Member must satisfy regular expression pattern: ${shape.pattern.source}`)
  }
  return checkSize('length', lengthOf(json, shape.max), shape, json, path, findings)
}

// Smithy counts Unicode scalar values; JavaScript counts UTF-16 units, which are never fewer.
function lengthOf(text: string, max: number): number {
  return text.length > max ? [...text].length : text.length
}

function walkList(shape: Of<'list'>, json: unknown, path: string, findings: Finding[]): unknown {
  if (!Array.isArray(json)) return malformed(findings, path, 'a list')
  checkSize('length', json.length, shape, json, path, findings)
  return json.map((item: unknown, index) => walk(shape.item, item, `${path}.${index + 1}.member`, findings))
}

function walkStructure(
  members: Readonly<Record<string, Member<unknown>>>,
  json: unknown,
  path: string,
  findings: Finding[],
): unknown {
  if (!isObject(json)) return malformed(findings, path, 'an object')
  const value: Record<string, unknown> = {}
  for (const name in members) {
    const member = members[name]
    if (member === undefined) continue
    const at = path === '' ? name : `${path}.${name}`
    // Null is how JSON says "left out": the protocol has no null of its own outside sparse lists.
    const given = json[name] ?? null
    if (given !== null) value[name] = walk(member.shape, given, at, findings)
    else if (member.required) violation(findings, null, at, 'Member must not be null')
  }
  return value
}

// None, several, or one that is not modelled: all malformed (Smithy's protocol tests, RestJsonMalformedUnion*).
function walkUnion(
  members: Readonly<Record<string, Shape<unknown>>>,
  json: unknown,
  path: string,
  findings: Finding[],
): unknown {
  if (!isObject(json)) return malformed(findings, path, 'an object')
  const [member, ...more] = Object.keys(json).filter((name) => json[name] !== null)
  const shape = member !== undefined && Object.hasOwn(members, member) ? members[member] : undefined
  if (member === undefined || shape === undefined || more.length > 0) {
    return malformed(findings, path, `an object with exactly one of ${Object.keys(members).join(', ')}`)
  }
  return { member, value: walk(shape, json[member], `${path}.${member}`, findings) }
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}

function checkSize(
  what: 'length' | 'value',
  size: number,
  { min, max }: { min: number; max: number },
  json: unknown,
  path: string,
  findings: Finding[],
): unknown {
  if (size < min) violation(findings, json, path, `Member must have ${what} greater than or equal to ${min}`)
  if (size > max) violation(findings, json, path, `Member must have ${what} less than or equal to ${max}`)
  return json
}

function malformed(findings: Finding[], path: string, wanted: string): undefined {
  findings.push({ kind: 'malformed', text: `${path === '' ? 'The request body' : `'${path}'`} must be ${wanted}` })
}

// The wording of AWS's services, e.g. https://github.com/aws/aws-cli/issues/5843
function violation(findings: Finding[], json: unknown, path: string, constraint: string): void {
  const shown = json === null ? 'null' : `'${typeof json === 'object' ? JSON.stringify(json) : json}'`
  findings.push({ kind: 'violation', text: `Value ${shown} at '${path}' failed to satisfy constraint: ${constraint}` })
}
