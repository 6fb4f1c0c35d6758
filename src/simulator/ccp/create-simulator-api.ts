import { isChoosable } from '../desk/agent-state.ts'
import { type Access, findContact } from '../desk/desk.ts'
import type { Step } from '../desk/phases.ts'
import type { DeskAction } from '../desk/reduce-desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import type { IncomingContact, SimulatorApi } from '../desk/simulator-api.ts'
import type { ThirdPartyStep } from '../desk/third-party.ts'
import type { DeskStore } from './desk-store.ts'
import { type Actions, playScript } from './play-script.ts'

interface Surroundings {
  now(): number
  newId(): string
  wait(ms: number): Promise<void>
}

/** Everything a person or a test can do on the desk: the page's buttons and `window.simulator` are these. */
export function createSimulatorApi(setup: DeskSetup, store: DeskStore, surroundings: Surroundings): SimulatorApi {
  const actions = createActions(setup, store, surroundings)
  return { ...actions, play: (script) => playScript(script, { store, actions, wait: surroundings.wait }) }
}

function createActions(setup: DeskSetup, store: DeskStore, { now, newId }: Surroundings): Actions {
  const change = (what: string, contactId: string, action: DeskAction) => {
    if (!store.dispatch(action)) throw new Error(refusal(store, what, contactId))
  }
  const step = (name: Step) => (contactId: string) =>
    change(name, contactId, { type: 'step', at: now(), step: name, contactId })
  const thirdParty = (name: ThirdPartyStep) => (contactId: string) =>
    change(name, contactId, { type: 'thirdParty', step: name, contactId })
  const choose = (enqueue: boolean) => (name: string) => {
    if (!isChoosable(name)) throw new Error(`There is no agent state "${name}".`)
    store.dispatch({ type: 'setAgentState', at: now(), name, enqueue })
  }
  return {
    state: store.getDesk,
    incoming(wanted) {
      const contact = ringing(setup, wanted, newId)
      change('ring', contact.contactId, { type: 'ring', at: now(), contact })
      return contact.contactId
    },
    accept: step('accept'),
    dial: step('dial'),
    connect(contactId) {
      // An accepted contact may have connected by itself by now.
      if (findContact(store.getDesk(), contactId)?.phase !== 'connected') step('connect')(contactId)
    },
    reject: step('reject'),
    miss: step('miss'),
    end: step('end'),
    fail: step('fail'),
    close: step('close'),
    pause: step('pause'),
    resume: step('resume'),
    transfer(contactId) {
      const next = newId()
      change('transfer', contactId, { type: 'transfer', at: now(), contactId, newId: next })
      return next
    },
    consult: thirdParty('consult'),
    conference: thirdParty('conference'),
    dropThirdParty: thirdParty('dropThirdParty'),
    view(contactId) {
      if (contactId !== null && !findContact(store.getDesk(), contactId))
        throw new Error(refusal(store, 'view', contactId))
      store.dispatch({ type: 'view', contactId })
    },
    setAgentState: choose(false),
    enqueueAgentState: choose(true),
    ...sessionApi(store, now),
  }
}

/** Signing in and out, and the troubles a softphone can have. */
function sessionApi(store: DeskStore, now: () => number) {
  const leave = (access: Exclude<Access, 'signedIn'>) => void store.dispatch({ type: 'leave', access })
  return {
    signOut: () => leave('signedOut'),
    expireSession: () => leave('expired'),
    denyAccess: () => leave('denied'),
    exhaustRetries: (service) => leave(service === 'cti' ? 'ctiExhausted' : 'authorizeExhausted'),
    signIn: ({ agent = store.getDesk().agent } = {}) => void store.dispatch({ type: 'signIn', at: now(), agent }),
    stopAnswering: () => void store.dispatch({ type: 'answerFrom', at: null }),
    // Zero, not now: the page looks at the clock only once a second.
    answer: () => void store.dispatch({ type: 'answerFrom', at: 0 }),
  } satisfies Partial<SimulatorApi>
}

function ringing(setup: DeskSetup, wanted: IncomingContact, newId: () => string) {
  const offered = setup.contacts.find(({ contactId }) => contactId === wanted.contactId)
  return {
    contactId: wanted.contactId ?? newId(),
    initialContactId: wanted.initialContactId,
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
