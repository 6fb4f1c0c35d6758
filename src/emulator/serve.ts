import { setTimeout as delay } from 'node:timers/promises'
import { type Answer, failure } from './answer.ts'
import type { Change } from './change.ts'
import type { World } from './operation.ts'
import { type Reply, replyOf } from './reply.ts'
import { type HttpRequest, operationOf, perform, unknownOperation } from './respond.ts'
import type { Match } from './router.ts'
import type { Behaviour } from './switches/behaviour.ts'
import { spoilReply } from './switches/fault-after.ts'
import { clockOf, replyInstead } from './switches/fault-instead.ts'

export interface ServeDeps {
  world(): World
  /** Makes changes last, none too: an answer waits for it, as it may rest on a change that is on its way to the disk. */
  commit(changes: readonly Change[]): Promise<void>
  readonly behaviour: Pick<Behaviour, 'faults' | 'latencyOf' | 'refuse'>
  requestId(): string
  /** Milliseconds since 1970. */
  time(): number
}

/** A reply, and the operation that was asked for: null where the path and method are of none. */
export interface Served {
  readonly operation: string | null
  readonly reply: Reply
}

/** Answers a request as the service would, or as the switches and faults say. */
export async function serve(request: HttpRequest, deps: ServeDeps): Promise<Served> {
  const { behaviour } = deps
  const requestId = deps.requestId()
  const match = operationOf(request)
  if (match === null) return { operation: null, reply: replyOf(unknownOperation(request).answer, requestId) }
  const operation = match.operation.name
  const latency = behaviour.latencyOf(operation)
  if (latency > 0) await delay(latency)
  const fault = behaviour.faults.next(operation)
  const time = deps.time()
  const instead = fault === null ? null : replyInstead(fault, request, { time, requestId })
  if (instead !== null) return { operation, reply: instead }
  const reply = replyOf(await answerOf(match, request, clockOf(fault, time), deps), requestId)
  return { operation, reply: fault === null ? reply : spoilReply(fault, request, reply) }
}

async function answerOf(match: Match, request: HttpRequest, clock: number, deps: ServeDeps): Promise<Answer> {
  // A mistake of ours must look like one of the service's, not like a broken connection.
  try {
    const refusal = deps.behaviour.refuse(request, match, clock)
    if (refusal !== null) return refusal
    const { answer, changes } = perform(match, request, deps.world())
    await deps.commit(changes)
    return answer
  } catch (error) {
    return failure('InternalServerException', `The emulator failed: ${error}`)
  }
}
