import { z } from 'zod'

const topic = z.object({ namespace: z.string(), key: z.string(), parameter: z.string().optional() })

/** What an app says over its port, as far as the workspace minds it. */
const appMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request'),
    namespace: z.string(),
    command: z.string(),
    requestId: z.string(),
    data: z.unknown().optional(),
  }),
  z.object({ type: z.literal('subscribe'), topic, handlerId: z.string() }),
  // Sent once the topic has no handler left, without a handler's id.
  z.object({ type: z.literal('unsubscribe'), topic }),
  z.object({ type: z.literal('appLifecycleHandlerCompleted'), stage: z.enum(['create', 'destroy']) }),
  z.object({ type: z.literal('closeApp'), isFatalError: z.boolean(), message: z.string().default('') }),
  z.object({ type: z.literal('healthCheck') }),
  z.object({
    type: z.literal('log'),
    level: z.number(),
    source: z.string().optional(),
    message: z.string(),
    data: z.unknown().optional(),
  }),
  z.object({ type: z.literal('metric'), metricName: z.string(), value: z.number() }),
  z.object({ type: z.literal('appPublish'), topic, data: z.unknown() }),
])

export type AppMessage = z.infer<typeof appMessage>
export type AppRequest = Extract<AppMessage, { type: 'request' }>
export type Topic = z.infer<typeof topic>

/** The message, or null for what the workspace does not know. */
export function parseAppMessage(data: unknown): AppMessage | null {
  return appMessage.safeParse(data).data ?? null
}

const init = z.object({ type: z.literal('connect-app-host-init'), providerId: z.string() })

/** Whether a window's message is the app's greeting, with which it hands over its port. */
export function isInit(data: unknown): boolean {
  return init.safeParse(data).success
}
