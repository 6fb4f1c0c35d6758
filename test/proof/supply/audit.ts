import { z } from 'zod'
import { fail, type Result, succeed } from '../../../src/server/result.ts'

const report = z.object({ metadata: z.object({ vulnerabilities: z.object({ total: z.int() }) }) })
const failure = z.object({ message: z.string() })

/** How many vulnerabilities `npm audit --json` knows, or a sentence that says that the registry could not be asked. */
export function readAudit(printed: string): Result<number, string> {
  const json = parseJson(printed)
  const total = report.safeParse(json).data?.metadata.vulnerabilities.total
  if (total !== undefined) return succeed(total)
  const reason = failure.safeParse(json).data?.message ?? 'it said nothing'
  return fail(`npm audit could not ask the registry (${reason}). Run it where the registry can be reached.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
