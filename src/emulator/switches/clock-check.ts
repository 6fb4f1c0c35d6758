import { type Answer, failure } from '../answer.ts'

const toleranceMs = 5 * 60_000

/** Refuses a request that was signed at a moment too far from now, in the words of AWS. */
export function checkClock(amzDate: string, now: number): Answer | null {
  const signedAt = timeOf(amzDate)
  if (signedAt < now - toleranceMs) {
    const limit = `${amzDateOf(now - toleranceMs)} (${amzDateOf(now)} - 5 min.)`
    return failure('InvalidSignatureException', `Signature expired: ${amzDate} is now earlier than ${limit}`)
  }
  if (signedAt > now + toleranceMs) {
    const limit = `${amzDateOf(now + toleranceMs)} (${amzDateOf(now)} + 5 min.)`
    return failure('InvalidSignatureException', `Signature not yet current: ${amzDate} is still later than ${limit}`)
  }
  return null
}

/** As `x-amz-date` has it: 20250131T235959Z. What is no such date is from before all times. */
function timeOf(amzDate: string): number {
  const iso = amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const time = Date.parse(iso)
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time
}

function amzDateOf(time: number): string {
  return new Date(time).toISOString().replace(/[-:]|\.\d+/g, '')
}
