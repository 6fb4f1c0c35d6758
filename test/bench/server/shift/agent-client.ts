import { z } from 'zod'
import { type CasesClient, createCasesClient } from '../../../../src/cases/cases-client.ts'
import { type Purpose, urgencyOf } from '../../../../src/contract/urgency.ts'
import { domainId } from './shift-world.ts'

/** An answer as an agent's page got it. */
export interface HeardAnswer {
  /** When it was asked for, in milliseconds since 1970. */
  readonly at: number
  /** Whose list was asked for, and whether as that of the contact that the agent's was transferred from. */
  readonly contactArn: string | null
  readonly isInitial: boolean
  readonly purpose: Purpose | 'other'
  readonly route: string
  readonly status: number
  readonly ms: number
}

const name = z.string().nullable().default(null)
const listBody = z.object({ contactArn: name, throughContactArn: name })

interface AgentClientSettings {
  readonly token: string
  /** The instance that takes the next request: a contact's requests may reach any of them. */
  readonly nextUrl: () => string
  readonly onAnswer: (answer: HeardAnswer) => void
}

/** The panel's own client, for an agent who is signed in. */
export function createAgentClient({ token, nextUrl, onAnswer }: AgentClientSettings): CasesClient {
  return createCasesClient({
    apiBaseUrl: '/api',
    domainId,
    async fetch(path, init) {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${token}`)
      const [at, startedAt] = [Date.now(), performance.now()]
      const response = await fetch(`${nextUrl()}${path}`, { ...init, headers })
      const route = path.slice(path.lastIndexOf('/') + 1)
      const purpose = purposeOf(headers.get('priority'))
      const { contactArn, throughContactArn } = listBody.parse(JSON.parse(String(init.body ?? '{}')))
      const about = { contactArn, isInitial: throughContactArn !== null }
      onAnswer({ at, ...about, purpose, route, status: response.status, ms: performance.now() - startedAt })
      return response
    },
  })
}

function purposeOf(priority: string | null): HeardAnswer['purpose'] {
  // The keys of the table are the purposes: TypeScript has the keys of any object as texts.
  const purposes = Object.keys(urgencyOf) as Purpose[]
  return purposes.find((purpose) => `u=${urgencyOf[purpose]}` === priority) ?? 'other'
}
