import type { Answer } from '../ask.ts'

const monthSeconds = 86_400 * 30

/** Whether a browser asks again before it uses what it has. */
export function isAskedAgain({ headers }: Answer): boolean {
  return directivesOf(headers).some((directive) => ['no-cache', 'no-store', 'max-age=0'].includes(directive))
}

/** Whether a browser keeps it for a month and longer. */
export function isKept({ headers }: Answer): boolean {
  return directivesOf(headers).some((directive) => Number(/^max-age=(\d+)$/.exec(directive)?.[1] ?? 0) >= monthSeconds)
}

/** How many seconds a cache had it (RFC 9111, section 5.1). */
export function ageOf({ headers }: Answer): number {
  return Number(/^\d+$/.exec(headers.get('age') ?? '')?.[0] ?? 0)
}

function directivesOf(headers: Headers): string[] {
  return (headers.get('cache-control') ?? '')
    .toLowerCase()
    .split(',')
    .map((directive) => directive.trim())
}
