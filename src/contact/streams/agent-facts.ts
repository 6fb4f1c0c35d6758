import * as z from 'zod/mini'
import type { StreamsAgent, StreamsContact } from './streams-api.ts'

// A Date in Streams' own frame; what it was before it crossed a frame is nobody's promise.
const since = z.pipe(
  z.union([z.date(), z.iso.datetime()]),
  z.transform((time): number | null => new Date(time).getTime()),
)

const contactFacts = z.object({
  contactId: z.string(),
  initialContactId: z.nullish(z.string()),
  type: z.string(),
  state: z.object({ type: z.string(), timestamp: z.catch(since, null) }),
  queue: z.nullish(z.object({ name: z.nullish(z.string()) })),
})

/** A contact in Streams' words. */
export type ContactFacts = z.infer<typeof contactFacts>

/** What Streams says of the agent at one moment. */
export interface AgentFacts {
  readonly agentArn: string
  readonly contacts: readonly ContactFacts[]
}

/**
 * Reads the agent and all contacts; what makes no sense is left out and reported.
 * Connections are never touched: asking a chat for them starts Streams' chat media, which fails after 30 seconds
 * where the page has no ChatJS.
 */
export function readAgent(agent: StreamsAgent, report: (remark: string) => void): AgentFacts {
  const contacts = agent.getContacts().flatMap((contact) => {
    const facts = contactFacts.safeParse(readContact(contact))
    if (facts.success) return [facts.data]
    report(`Left out a contact that Streams describes oddly: ${z.prettifyError(facts.error)}`)
    return []
  })
  const { agentARN } = agent.getConfiguration()
  // Never `String`: an object may have a `toString` that is no function.
  return { agentArn: typeof agentARN === 'string' ? agentARN : 'no text', contacts }
}

function readContact(contact: StreamsContact) {
  return {
    contactId: contact.getContactId(),
    initialContactId: contact.getInitialContactId(),
    type: contact.getType(),
    state: contact.getState(),
    queue: contact.getQueue(),
  }
}
