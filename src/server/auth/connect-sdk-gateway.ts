import {
  ConnectClient,
  DescribeContactCommand,
  GetCurrentUserDataCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import { z } from 'zod'
import type { Asker } from '../asker.ts'
import { gatherPages } from '../gather-pages.ts'
import type { Operation } from '../quota/account-quotas.ts'
import type { TakeTurn } from '../quota/schedules.ts'
import { clientConfig, type GatewaySettings, pause, placeOfSending, sending, until } from '../sdk-client.ts'
import { callUpstream } from '../upstream-call.ts'
import type { ConnectGateway } from './connect-gateway.ts'

// A hundred agents with ten contacts each, which is the most there can be, stay below this.
const largestAnswerBytes = 4_000_000
const longestPage = 100

const id = z.string().min(1).max(256)

const userDataPage = z
  .object({
    UserDataList: z.array(
      z.object({
        User: z.object({ Id: id }),
        Contacts: z.array(z.object({ ContactId: id, AgentContactState: z.string() })).default([]),
      }),
    ),
    NextToken: z.string().nullish(),
  })
  .transform(({ UserDataList, NextToken }) => ({
    items: UserDataList.flatMap(({ User, Contacts }) =>
      Contacts.map((contact) => ({
        userId: User.Id,
        contactId: contact.ContactId,
        state: contact.AgentContactState,
      })),
    ),
    nextToken: NextToken || null,
  }))

const described = z
  .object({ Contact: z.object({ AgentInfo: z.object({ Id: id }).optional(), InitialContactId: id.optional() }) })
  .transform(({ Contact: { AgentInfo, InitialContactId } }) => ({
    agentId: AgentInfo?.Id ?? null,
    initialContactId: InitialContactId ?? null,
  }))

const usersPage = z
  .object({ Users: z.array(z.object({ Id: id, Username: z.string() })), NextToken: z.string().nullish() })
  .transform(({ Users, NextToken }) => ({
    items: Users.map(({ Id, Username }) => ({ userId: Id, username: Username })),
    nextToken: NextToken || null,
  }))

/** The gateway over the AWS SDK: make one and keep it, its connections stay open. Every call waits for its turn. */
export function createConnectGateway(settings: GatewaySettings, takeTurn: TakeTurn): ConnectGateway {
  const client = new ConnectClient(clientConfig(settings))
  client.middlewareStack.add(sending(client.config.requestHandler, largestAnswerBytes), placeOfSending)
  const rulesOf = (operation: Operation, asker: Asker) => ({
    takeTurn: () => takeTurn(operation, asker),
    asker,
    nextTokenSent: false,
    pause,
  })
  return {
    contactsOf({ instanceId, about }, asker) {
      return gatherPages((nextToken) => {
        const send = () => {
          const Filters = { Agents: [...about()] }
          const command = new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters, ...pageAt(nextToken) })
          return client.send(until(asker.signal, command))
        }
        return callUpstream({ ...rulesOf('GetCurrentUserData', asker), send, schema: userDataPage })
      })
    },

    describeContact({ instanceId, contactId }, asker) {
      const command = new DescribeContactCommand({ InstanceId: instanceId, ContactId: contactId })
      const send = () => client.send(until(asker.signal, command))
      return callUpstream({ ...rulesOf('DescribeContact', asker), send, schema: described })
    },

    findUsers({ instanceId, about }, asker) {
      return gatherPages((nextToken) => {
        const send = () => {
          const OrConditions = about().map((username) => ({ StringCondition: isNamed(username) }))
          const SearchCriteria = OrConditions.length === 1 ? OrConditions[0] : { OrConditions }
          const command = new SearchUsersCommand({ InstanceId: instanceId, SearchCriteria, ...pageAt(nextToken) })
          return client.send(until(asker.signal, command))
        }
        return callUpstream({ ...rulesOf('SearchUsers', asker), send, schema: usersPage })
      })
    },
  }
}

function pageAt(nextToken: string | null) {
  return { MaxResults: longestPage, NextToken: nextToken ?? undefined }
}

function isNamed(username: string) {
  return { FieldName: 'Username', Value: username, ComparisonType: 'EXACT' } as const
}
