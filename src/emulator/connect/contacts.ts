import { success } from '../answer.ts'
import { contactStates } from '../seed-schema.ts'
import { integer, list, oneOf, optional, required, structure, text } from '../shape.ts'
import { connectFailure, connectOperation } from './connect-operation.ts'
import type { ConnectContact, Directory } from './directory.ts'

const instanceId = text(1, 100)

/** `AgentInfo` names who accepted the contact, so a contact that only rings has none. */
export const describeContact = connectOperation({
  name: 'DescribeContact',
  method: 'GET',
  path: '/contacts/{InstanceId}/{ContactId}',
  input: structure({ InstanceId: required(instanceId), ContactId: required(text(1, 256)) }),
  answer({ ContactId }, { directory }) {
    const contact = directory.contacts.get(ContactId)
    if (contact === undefined) return connectFailure('ResourceNotFoundException', `Contact ${ContactId} was not found`)
    const { contactArn: Arn, contactId: Id, channel: Channel, initialContactId, agentUserId } = contact
    return success({
      Contact: {
        Arn,
        Id,
        Channel,
        ...(initialContactId === null ? {} : { InitialContactId: initialContactId }),
        ...(agentUserId !== null && isAccepted(contact) ? { AgentInfo: { Id: agentUserId } } : {}),
      },
    })
  },
})

/** Only the agents asked for; the service's other filters are not there. Who is no user is left out, as a choice. */
export const getCurrentUserData = connectOperation({
  name: 'GetCurrentUserData',
  method: 'POST',
  path: '/metrics/userdata/{InstanceId}',
  input: structure({
    InstanceId: required(instanceId),
    Filters: required(
      structure({
        Agents: optional(list(text(1, 256), 1, 100)),
        ContactFilter: optional(structure({ ContactStates: optional(list(oneOf(...contactStates), 0, 9)) })),
      }),
    ),
    MaxResults: optional(integer(1, 100)),
    NextToken: optional(text(1, 2500)),
  }),
  answer({ InstanceId, Filters, MaxResults = 100, NextToken }, { directory, tokens }) {
    const { Agents, ContactFilter } = Filters
    const binding = `GetCurrentUserData ${JSON.stringify([InstanceId, Filters])}`
    const start = NextToken === undefined ? 0 : tokens.open(NextToken, binding)
    if (start === null) return connectFailure('InvalidParameterException', 'NextToken was not given for this request')
    if (Agents === undefined) {
      return connectFailure('InvalidParameterException', 'Filters.Agents is missing: the emulator has no other filter')
    }
    const states = ContactFilter?.ContactStates ?? contactStates
    const userIds = Agents.filter((userId) => directory.users.has(userId))
    const end = start + MaxResults
    return success({
      UserDataList: userIds.slice(start, end).map((userId) => userData(userId, directory, states)),
      ApproximateTotalCount: userIds.length,
      ...(end < userIds.length ? { NextToken: tokens.seal(end, binding) } : {}),
    })
  },
})

function userData(userId: string, directory: Directory, states: readonly string[]) {
  const contacts = [...directory.contacts.values()].filter(
    ({ agentUserId, state }) => agentUserId === userId && state !== null && states.includes(state),
  )
  return {
    User: { Id: userId, Arn: `${directory.instanceArn}/agent/${userId}` },
    Contacts: contacts.map(({ contactId, channel, state }) => ({
      ContactId: contactId,
      Channel: channel,
      AgentContactState: state,
    })),
  }
}

function isAccepted({ state }: ConnectContact): boolean {
  return state === null || state === 'CONNECTED' || state === 'CONNECTED_ONHOLD' || state === 'ENDED'
}
