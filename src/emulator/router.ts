import type { Operation } from './operation.ts'

interface Route {
  readonly operation: Operation
  readonly segments: readonly string[]
}

export interface Match {
  readonly operation: Operation
  readonly labels: Readonly<Record<string, string>>
}

/** Finds the operation of a method and raw path, `null` where there is none. */
export function createRouter(operations: readonly Operation[]): (method: string, path: string) => Match | null {
  const routes: readonly Route[] = operations.map((operation) => ({ operation, segments: operation.path.split('/') }))
  return (method, path) => {
    // Split before decoding: an id may hold an encoded slash.
    const given = path.split('/')
    for (const { operation, segments } of routes) {
      if (operation.method !== method || segments.length !== given.length) continue
      const labels = labelsOf(segments, given)
      if (labels !== null) return { operation, labels }
    }
    return null
  }
}

function labelsOf(segments: readonly string[], given: readonly string[]): Record<string, string> | null {
  const labels: Record<string, string> = {}
  for (const [index, segment] of segments.entries()) {
    const text = given[index] ?? ''
    if (segment.startsWith('{')) {
      const label = decode(text)
      if (label === null) return null
      labels[segment.slice(1, -1)] = label
    } else if (segment !== text) return null
  }
  return labels
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null // not percent-encoded UTF-8, so no path of this service
  }
}
