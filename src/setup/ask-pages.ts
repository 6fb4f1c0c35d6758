import { z } from 'zod'
import type { AwsCall, InputMembers } from './aws-call.ts'
import type { Ask } from './make-call.ts'
import { type Result, succeed } from './result.ts'

/** All items of a list, page after page; `member` is where an answer has its page of them. */
export async function askPages<T>(
  ask: Ask,
  call: AwsCall,
  { member, item }: { readonly member: string; readonly item: z.ZodType<T> },
): Promise<Result<readonly T[]>> {
  const form = z.looseObject({ NextToken: z.string().nullish() }).transform((answer, context) => {
    const found = z.array(item).safeParse(answer[member] ?? [])
    if (found.success) return { items: found.data, next: answer.NextToken ?? null }
    context.addIssue(`${member} is something else than it should be`)
    return z.NEVER
  })
  const items: T[] = []
  const tokens = new Set<string>()
  let input: InputMembers = call.input
  for (;;) {
    const answer = await ask({ ...call, input }, form)
    if (!answer.ok) return answer
    const { next } = answer.value
    items.push(...answer.value.items)
    // A service that gives the same token again would be asked for ever.
    if (next === null || tokens.has(next)) return succeed(items)
    tokens.add(next)
    input = { ...call.input, NextToken: next }
  }
}
