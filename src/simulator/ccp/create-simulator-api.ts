import { agentStates, findContact } from '../desk/desk.ts'
import type { Step } from '../desk/phases.ts'
import type { DeskAction } from '../desk/reduce-desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import type { IncomingContact, SimulatorApi } from '../desk/simulator-api.ts'
import type { DeskStore } from './desk-store.ts'

interface Surroundings {
  now(): number
  newId(): string
}

/** Everything a person or a test can do on the desk: the page's buttons and `window.simulator` are these. */
export function createSimulatorApi(setup: DeskSetup, store: DeskStore, { now, newId }: Surroundings): SimulatorApi {
  const change = (what: string, contactId: string, action: DeskAction) => {
    if (!store.dispatch(action)) throw new Error(refusal(store, what, contactId))
  }
  const step = (name: Step) => (contactId: string) =>
    change(name, contactId, { type: 'step', at: now(), step: name, contactId })
  return {
    state: store.getDesk,
    incoming(wanted) {
      const contact = ringing(setup, wanted, newId)
      change('ring', contact.contactId, { type: 'ring', at: now(), contact })
      return contact.contactId
    },
    accept: step('accept'),
    connect(contactId) {
      // An accepted contact may have connected by itself by now.
      if (findContact(store.getDesk(), contactId)?.phase !== 'connected') step('connect')(contactId)
    },
    reject: step('reject'),
    miss: step('miss'),
    end: step('end'),
    close: step('close'),
    pause: step('pause'),
    resume: step('resume'),
    transfer(contactId) {
      const next = newId()
      change('transfer', contactId, { type: 'transfer', at: now(), contactId, newId: next })
      return next
    },
    view(contactId) {
      if (contactId !== null && !findContact(store.getDesk(), contactId))
        throw new Error(refusal(store, 'view', contactId))
      store.dispatch({ type: 'view', contactId })
    },
    setAgentState(name) {
      if (!agentStates.some((state) => state.name === name)) throw new Error(`There is no agent state "${name}".`)
      store.dispatch({ type: 'setAgentState', at: now(), name })
    },
    signOut: () => void store.dispatch({ type: 'leave', access: 'signedOut' }),
    expireSession: () => void store.dispatch({ type: 'leave', access: 'expired' }),
    denyAccess: () => void store.dispatch({ type: 'leave', access: 'denied' }),
    signIn: ({ agent = store.getDesk().agent } = {}) => void store.dispatch({ type: 'signIn', at: now(), agent }),
    stopAnswering: () => void store.dispatch({ type: 'answerFrom', at: null }),
    // Zero, not now: the page looks at the clock only once a second.
    answer: () => void store.dispatch({ type: 'answerFrom', at: 0 }),
  }
}

function ringing(setup: DeskSetup, wanted: IncomingContact, newId: () => string) {
  const offered = setup.contacts.find(({ contactId }) => contactId === wanted.contactId)
  return {
    contactId: wanted.contactId ?? newId(),
    channel: wanted.channel,
    queueName: wanted.queueName ?? offered?.queueName ?? 'Support',
    label: offered?.label ?? 'New contact without cases',
    phase: wanted.ringsAs ?? 'incoming',
  }
}

function refusal(store: DeskStore, what: string, contactId: string): string {
  const { access, contacts } = store.getDesk()
  if (access !== 'signedIn') return `Cannot ${what} "${contactId}": the agent is ${access}.`
  const contact = contacts.find((candidate) => candidate.contactId === contactId)
  return contact
    ? `Cannot ${what} "${contactId}": the contact is ${contact.phase}.`
    : `Cannot ${what} "${contactId}": no such contact on the desk.`
}
