import type { Answer } from '../ask.ts'

/** What an address answers in a test. */
export function answerOf(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { kind: 'answer', url: 'https://cases.example.com/', status, headers: new Headers(headers), text, at: 0 }
}

/** What one does that nobody reaches. */
export const silence = {
  kind: 'silence',
  url: 'https://cases.example.com/',
  says: 'Nobody is there.',
  cure: 'Start it.',
} as const
