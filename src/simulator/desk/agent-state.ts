import type { Contact, Desk } from './desk.ts'

/** The states an agent can choose. */
export const agentStates = [
  { name: 'Available', type: 'routable' },
  { name: 'Break', type: 'not_routable' },
  { name: 'Lunch', type: 'not_routable' },
  { name: 'Training', type: 'not_routable' },
  { name: 'Offline', type: 'offline' },
] as const

/** The states that only the system sets: `AgentAvailStates` and `AgentErrorStates` of Streams. */
const systemStates = [
  { name: 'Busy', type: 'system' },
  { name: 'AfterCallWork', type: 'system' },
  { name: 'MissedCallAgent', type: 'error' },
  { name: 'FailedConnectAgent', type: 'error' },
] as const

/** Whether an agent may choose this state. */
export function isChoosable(name: string): boolean {
  return agentStates.some((state) => state.name === name)
}

/** What is known of a state by its name. */
export function agentStateType(name: string): string {
  return [...agentStates, ...systemStates].find((state) => state.name === name)?.type ?? 'not_routable'
}

/** The agent's state as the softphone tells it: a call covers the state that the agent has chosen. */
export function agentStateOf(desk: Desk): { readonly name: string; readonly since: number } {
  const calls = desk.contacts.filter(isCall)
  const talking = calls.find(({ phase }) => phase === 'connected')
  if (talking) return { name: 'Busy', since: talking.phaseSince }
  const wrappingUp = calls.find(({ phase }) => phase === 'afterCallWork')
  return wrappingUp ? { name: 'AfterCallWork', since: wrappingUp.phaseSince } : desk.agentState
}

/** Calls take the whole agent; chats, tasks and emails come several at a time and leave the state alone. */
export function isCall({ channel }: Pick<Contact, 'channel'>): boolean {
  return channel === 'voice' || channel === 'queue_callback'
}
