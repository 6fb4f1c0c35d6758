import { z } from 'zod'
import { agentStates } from '../desk/agent-state.ts'
import type { DeskAction } from '../desk/reduce-desk.ts'
import type { ApiRequest } from './host-message.ts'

const stepMethods = {
  acceptContact: 'accept',
  rejectContact: 'reject',
  completeContact: 'close',
  clearContact: 'close',
  destroyConnection: 'end',
} as const

const agentStateName = z.enum(agentStates.map(({ name }) => name))

const knownRequest = z.discriminatedUnion('method', [
  z.object({
    // Keys of a const object are exactly these names.
    method: z.enum(Object.keys(stepMethods) as (keyof typeof stepMethods)[]),
    params: z.object({ contactId: z.string(), connectionId: z.string().optional() }),
  }),
  z.object({
    method: z.literal('putAgentState'),
    params: z.object({ state: z.object({ name: agentStateName }), enqueueNextState: z.boolean().optional() }),
  }),
])

/** What the host asks for, as an action on the desk; null for a method or parameters the page does not know. */
export function requestedAction(request: ApiRequest, at: number): DeskAction | null {
  const known = knownRequest.safeParse(request)
  if (!known.success) return null
  const { method, params } = known.data
  if (method === 'putAgentState') {
    return { type: 'setAgentState', at, name: params.state.name, enqueue: params.enqueueNextState ?? false }
  }
  // The third party's connection is one that the agent can end without the call.
  if (method === 'destroyConnection' && params.connectionId === `${params.contactId}-third`) {
    return { type: 'thirdParty', step: 'dropThirdParty', contactId: params.contactId }
  }
  return { type: 'step', at, step: stepMethods[method], contactId: params.contactId }
}
