import {
  ConnectClient,
  DescribeContactCommand,
  GetCurrentUserDataCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import { z } from 'zod'
import { clientConfig, type GatewaySettings, limitAnswers, pause, placeOfLimit } from '../sdk-client.ts'
import { callUpstream } from '../upstream-call.ts'
import type { ConnectGateway } from './connect-gateway.ts'

// An agent has few contacts, and a name few users.
const largestAnswerBytes = 1_000_000

const id = z.string().min(1).max(256)

const userData = z
  .object({
    UserDataList: z.array(
      z.object({ Contacts: z.array(z.object({ ContactId: id, AgentContactState: z.string() })).default([]) }),
    ),
  })
  .transform(({ UserDataList }) =>
    UserDataList.flatMap(({ Contacts }) =>
      Contacts.map(({ ContactId, AgentContactState }) => ({ contactId: ContactId, state: AgentContactState })),
    ),
  )

const described = z
  .object({ Contact: z.object({ AgentInfo: z.object({ Id: id }).optional(), InitialContactId: id.optional() }) })
  .transform(({ Contact: { AgentInfo, InitialContactId } }) => ({
    agentId: AgentInfo?.Id ?? null,
    initialContactId: InitialContactId ?? null,
  }))

const users = z
  .object({ Users: z.array(z.object({ Id: id, Username: z.string() })) })
  .transform(({ Users }) => Users.map(({ Id, Username }) => ({ userId: Id, username: Username })))

/** The gateway over the AWS SDK: make one and keep it, its connections stay open. */
export function createConnectGateway(settings: GatewaySettings): ConnectGateway {
  const client = new ConnectClient(clientConfig(settings))
  client.middlewareStack.add(limitAnswers(largestAnswerBytes), placeOfLimit)
  const rules = { nextTokenSent: false, pause }
  return {
    contactsOf({ instanceId, userId }, signal) {
      const command = new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: { Agents: [userId] } })
      const send = () => client.send(command, { abortSignal: signal })
      return callUpstream({ ...rules, send, schema: userData, signal })
    },

    describeContact({ instanceId, contactId }, signal) {
      const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId })
      const send = () => client.send(command, { abortSignal: signal })
      return callUpstream({ ...rules, send, schema: described, signal })
    },

    findUsers({ instanceId, username }, signal) {
      const StringCondition = { FieldName: 'Username', Value: username, ComparisonType: 'EXACT' } as const
      const command = new SearchUsersCommand({ InstanceId: instanceId, SearchCriteria: { StringCondition } })
      const send = () => client.send(command, { abortSignal: signal })
      return callUpstream({ ...rules, send, schema: users, signal })
    },
  }
}
