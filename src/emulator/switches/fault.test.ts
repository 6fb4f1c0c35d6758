import { expect, test } from 'vitest'
import type { Reply } from '../reply.ts'
import { faultSchema } from './fault.ts'
import { spoilReply } from './fault-after.ts'
import { replyInstead } from './fault-instead.ts'

const kinds = faultSchema.options.flatMap((option) => [...option.shape.kind.values])
const context = { time: 0, requestId: 'r' }
const request = { method: 'POST', target: '/', headers: {}, body: '{"nextToken":"first"}' }
const reply: Reply = { status: 200, headers: {}, body: '{"cases":[{"caseId":"one"}],"nextToken":"second"}' }

test.each(kinds)('the fault %s does something, before the answer or after it', (kind) => {
  const fault = faultSchema.parse({ kind })
  const instead = replyInstead(fault, request, context)
  const after = spoilReply(fault, request, reply)
  expect([instead !== null, after !== reply].filter(Boolean)).toHaveLength(1)
})
