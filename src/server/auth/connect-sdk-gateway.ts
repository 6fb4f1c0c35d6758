import {
  ConnectClient,
  DescribeContactCommand,
  GetCurrentUserDataCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import { z } from 'zod'
import type { Asker } from '../asker.ts'
import type { Operation } from '../quota/account-quotas.ts'
import type { TakeTurn } from '../quota/schedules.ts'
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

/** The gateway over the AWS SDK: make one and keep it, its connections stay open. Every call waits for its turn. */
export function createConnectGateway(settings: GatewaySettings, takeTurn: TakeTurn): ConnectGateway {
  const client = new ConnectClient(clientConfig(settings))
  client.middlewareStack.add(limitAnswers(largestAnswerBytes), placeOfLimit)
  const rulesOf = (operation: Operation, asker: Asker) => ({
    takeTurn: () => takeTurn(operation, asker),
    asker,
    nextTokenSent: false,
    pause,
  })
  return {
    contactsOf({ instanceId, userId }, asker) {
      const command = new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: { Agents: [userId] } })
      const send = () => client.send(command, { abortSignal: asker.signal })
      return callUpstream({ ...rulesOf('GetCurrentUserData', asker), send, schema: userData })
    },

    describeContact({ instanceId, contactId }, asker) {
      const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId })
      const send = () => client.send(command, { abortSignal: asker.signal })
      return callUpstream({ ...rulesOf('DescribeContact', asker), send, schema: described })
    },

    findUsers({ instanceId, username }, asker) {
      const StringCondition = { FieldName: 'Username', Value: username, ComparisonType: 'EXACT' } as const
      const command = new SearchUsersCommand({ InstanceId: instanceId, SearchCriteria: { StringCondition } })
      const send = () => client.send(command, { abortSignal: asker.signal })
      return callUpstream({ ...rulesOf('SearchUsers', asker), send, schema: users })
    },
  }
}
