import { z } from 'zod'

const report = z.object({ metadata: z.object({ vulnerabilities: z.object({ total: z.int() }) }) })
const failure = z.object({ message: z.string() })

/** How many vulnerabilities `npm audit --json` knows; NaN, and a plain word, where the registry could not be asked. */
export function vulnerabilitiesIn(printed: string): number {
  const json = parseJson(printed)
  const total = report.safeParse(json).data?.metadata.vulnerabilities.total
  if (total !== undefined) return total
  const reason = failure.safeParse(json).data?.message ?? 'it said nothing'
  console.log(`  npm audit could not ask the registry (${reason}). Run it where the registry can be reached.`)
  return Number.NaN
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
