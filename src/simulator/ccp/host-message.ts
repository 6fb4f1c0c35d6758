import { z } from 'zod'

const apiRequest = z.object({ requestId: z.string(), method: z.string(), params: z.unknown().optional() })

/** What Streams sends to the page, as far as the page minds it. */
const hostMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('synchronize') }),
  z.object({ event: z.literal('broadcast'), data: z.object({ event: z.string(), data: z.unknown().optional() }) }),
  z.object({ event: z.literal('api_request'), data: apiRequest }),
  z.object({
    event: z.literal('master_request'),
    data: z.object({ requestId: z.string(), params: z.object({ topic: z.string() }) }),
  }),
])

export type HostMessage = z.infer<typeof hostMessage>
export type ApiRequest = z.infer<typeof apiRequest>

/** The message, or null for what is not for us: other events of Streams, other software's messages, junk. */
export function parseHostMessage(data: unknown): HostMessage | null {
  return hostMessage.safeParse(data).data ?? null
}
