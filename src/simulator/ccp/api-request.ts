import { z } from 'zod'
import { agentStates } from '../desk/agent-state.ts'
import type { Step } from '../desk/phases.ts'
import type { DeskAction } from '../desk/reduce-desk.ts'
import { thirdPartyId } from './connections.ts'
import type { ApiRequest } from './host-message.ts'

const stepMethods = {
  acceptContact: 'accept',
  rejectContact: 'reject',
  completeContact: 'close',
  clearContact: 'close',
  destroyConnection: 'end',
  pauseContact: 'pause',
  resumeContact: 'resume',
} as const

const thirdPartyMethods = { createAdditionalConnection: 'consult', conferenceConnections: 'conference' } as const

const agentStateName = z.enum(agentStates.map(({ name }) => name))

const ofContact = z.object({ contactId: z.string(), connectionId: z.string().optional() })

const knownRequest = z.discriminatedUnion('method', [
  z.object({ method: z.enum(keysOf(stepMethods)), params: ofContact }),
  z.object({ method: z.enum(keysOf(thirdPartyMethods)), params: ofContact }),
  z.object({
    method: z.literal('putAgentState'),
    params: z.object({ state: z.object({ name: agentStateName }), enqueueNextState: z.boolean().optional() }),
  }),
])

/** What the host asks for, as an action on the desk; null for a method or parameters the page does not know. */
export function requestedAction(request: ApiRequest, at: number): DeskAction | null {
  const parsed = knownRequest.safeParse(request)
  if (!parsed.success) return null
  const known = parsed.data
  switch (known.method) {
    case 'putAgentState': {
      const { state, enqueueNextState = false } = known.params
      return { type: 'setAgentState', at, name: state.name, enqueue: enqueueNextState }
    }
    case 'createAdditionalConnection':
    case 'conferenceConnections':
      return { type: 'thirdParty', step: thirdPartyMethods[known.method], contactId: known.params.contactId }
    default:
      return onContact(stepMethods[known.method], known.params, at)
  }
}

/** The third party's connection is one that the agent can end without the call. */
function onContact(step: Step, { contactId, connectionId }: z.infer<typeof ofContact>, at: number): DeskAction {
  return connectionId === thirdPartyId(contactId)
    ? { type: 'thirdParty', step: 'dropThirdParty', contactId }
    : { type: 'step', at, step, contactId }
}

function keysOf<Method extends string>(methods: Record<Method, string>): Method[] {
  // The keys of a const object are exactly these names.
  return Object.keys(methods) as Method[]
}
