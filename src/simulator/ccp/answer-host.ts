import { z } from 'zod'
import type { Desk } from '../desk/desk.ts'
import { type DeskAction, reduceDesk } from '../desk/reduce-desk.ts'
import type { WireMessage } from './announcements.ts'
import { requestedAction } from './api-request.ts'
import type { ApiRequest, HostMessage } from './host-message.ts'

/** What a host's message changes on the desk, and what is said in return once it has changed. */
export interface Answer {
  readonly action: DeskAction | null
  readonly replies: readonly WireMessage[]
}

/** The answer to one message of the host; pure. */
export function answerHost(message: HostMessage, desk: Desk, at: number): Answer {
  switch (message.event) {
    case 'synchronize':
      return { action: null, replies: [{ event: 'acknowledge' }] }
    case 'broadcast':
      return answerBroadcast(message.data)
    case 'api_request':
      return answerApiRequest(message.data, desk, at)
    case 'master_request': {
      const data = { masterId: 'simulator', isMaster: true, takeOver: false, topic: message.data.params.topic }
      return { action: null, replies: [response('master_response', message.data.requestId, data, null)] }
    }
  }
}

/** Streams' own logs and metrics come as broadcasts, which a CCP passes on to Amazon and not back. */
const swallowed = new Set(['log', 'server_bound_internal_log', 'client_metric', 'click_stream_data'])

const viewed = z.object({ contactId: z.string().nullish() })

function answerBroadcast({ event, data }: WireMessage): Answer {
  if (swallowed.has(event)) return { action: null, replies: [] }
  const view = event === 'contact::view' ? viewed.safeParse(data).data : undefined
  const action = view ? ({ type: 'view', contactId: view.contactId || null } as const) : null
  // A change of view is announced like any other change; everything else comes back as it is.
  return { action, replies: event === 'contact::view' ? [] : [{ event, data }] }
}

function answerApiRequest(request: ApiRequest, desk: Desk, at: number): Answer {
  const action = requestedAction(request, at)
  // A state that the agent is in already is no mistake.
  const refused = action === null || (action.type !== 'setAgentState' && reduceDesk(desk, action) === desk)
  if (!refused) return { action, replies: [response('api_response', request.requestId, {}, null)] }
  const error = { type: 'BadRequest', message: `${request.method} does not fit what is on the desk.` }
  return { action: null, replies: [response('api_response', request.requestId, null, JSON.stringify(error))] }
}

function response(event: string, requestId: string, data: unknown, err: string | null): WireMessage {
  return { event, data: { event, requestId, data, err } }
}
