import type { HttpRequest } from '../respond.ts'

/** The page token of a request, from its body or its query string. */
export function tokenIn({ target, body }: HttpRequest): string | null {
  return new URLSearchParams(target.split('?')[1]).get('nextToken') || tokenOf(body)
}

function tokenOf(body: string): string | null {
  try {
    const { nextToken } = Object(JSON.parse(body))
    return typeof nextToken === 'string' && nextToken !== '' ? nextToken : null
  } catch {
    return null // no JSON holds no token
  }
}
