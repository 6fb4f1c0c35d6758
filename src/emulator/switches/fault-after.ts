import type { Reply } from '../reply.ts'
import type { HttpRequest } from '../respond.ts'
import type { Fault } from './fault.ts'
import { tokenIn } from './token-in.ts'

/** What becomes of the answer to a request on its way to the caller. */
export function spoilReply(fault: Fault, request: HttpRequest, reply: Reply): Reply {
  switch (fault.kind) {
    case 'drip':
      return { ...reply, delivery: { kind: 'drip', everyMs: fault.everyMs } }
    case 'hugeBody':
      return { ...reply, delivery: { kind: 'padded', bytes: fault.bytes } }
    case 'reset':
      return { ...reply, delivery: { kind: 'cut' } }
    case 'html':
      return { status: 200, headers: { 'content-type': 'text/html' }, body: '<html><body>Welcome</body></html>' }
    case 'deepJson':
      return { ...reply, body: deepened(reply.body, fault.depth) }
    case 'badJson':
      return { ...reply, body: reply.body.slice(0, -1) }
    case 'missingMembers':
      return { ...reply, body: '{}' }
    case 'wrongTypes':
      return changed(reply, (_, value) => (typeof value === 'string' ? value.length : value))
    case 'longIds':
      return changed(reply, (key, value) => (isId(key, value) ? value.padEnd(fault.length, '-') : value))
    case 'tooMany':
      return changed(reply, (_, value) => (Array.isArray(value) ? repeated(value, fault.count) : value))
    case 'tokenRepeated':
      return changed(reply, (key, value) => (key === 'nextToken' ? (tokenIn(request) ?? value) : value))
    default:
      return reply
  }
}

/** The reply with each member of its JSON as `change` has it. */
function changed(reply: Reply, change: (key: string, value: unknown) => unknown): Reply {
  return { ...reply, body: JSON.stringify(JSON.parse(reply.body), (key, value: unknown) => change(key, value)) }
}

function isId(key: string, value: unknown): value is string {
  return key.endsWith('Id') && typeof value === 'string'
}

function repeated(items: readonly unknown[], count: number): unknown[] {
  return items.length === 0 ? [] : Array.from({ length: count }, (_, index) => items[index % items.length])
}

function deepened(body: string, depth: number): string {
  const deep = `"deep":${'['.repeat(depth)}${']'.repeat(depth)}`
  return `{${deep}${body === '{}' ? '}' : `,${body.slice(1)}`}`
}
