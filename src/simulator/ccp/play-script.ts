import { agentStateOf } from '../desk/agent-state.ts'
import { type Desk, findContact } from '../desk/desk.ts'
import { type Condition, type PlayedStep, parseScript, type Values, type Verb } from '../desk/script.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import type { DeskStore } from './desk-store.ts'

/** What a script can act on: everything but playing another script. */
export type Actions = Omit<SimulatorApi, 'play'>

interface Stage {
  readonly store: DeskStore
  readonly actions: Actions
  wait(ms: number): Promise<void>
}

/** No step of a desk takes this long: what has not come by then will not come. */
const patienceMs = 10_000

/** Plays a script to its end; rejects with the number of the step that could not be done, and why. */
export async function playScript(json: unknown, stage: Stage): Promise<void> {
  const script = parseScript(json)
  if (!script.ok) throw new Error(`The script has a mistake: ${script.message}`)
  const play = createPlayer(stage)
  for (const [index, step] of script.steps.entries()) {
    try {
      await play(step)
    } catch (error) {
      const reason = error instanceof Error ? error.message : error
      throw new Error(`Step ${index + 1}, ${step.verb} ${JSON.stringify(step.value)}: ${reason}`, { cause: error })
    }
  }
}

function createPlayer({ store, actions, wait }: Stage) {
  const ids = new Map<string, string>()
  const idOf = (name: string) => {
    const id = ids.get(name)
    if (id === undefined) throw new Error(`Nothing has rung as "${name}".`)
    return id
  }
  const players: { [V in Verb]: (value: Values[V]) => void | Promise<void> } = {
    ring: ({ as, ...contact }) => void ids.set(as, actions.incoming(contact)),
    accept: (name) => actions.accept(idOf(name)),
    dial: (name) => actions.dial(idOf(name)),
    connect: (name) => actions.connect(idOf(name)),
    reject: (name) => actions.reject(idOf(name)),
    miss: (name) => actions.miss(idOf(name)),
    end: (name) => actions.end(idOf(name)),
    fail: (name) => actions.fail(idOf(name)),
    pause: (name) => actions.pause(idOf(name)),
    resume: (name) => actions.resume(idOf(name)),
    close: (name) => actions.close(idOf(name)),
    consult: (name) => actions.consult(idOf(name)),
    conference: (name) => actions.conference(idOf(name)),
    dropThirdParty: (name) => actions.dropThirdParty(idOf(name)),
    transfer: ({ contact, as }) => void ids.set(as, actions.transfer(idOf(contact))),
    view: (name) => actions.view(name === null ? null : idOf(name)),
    setAgentState: actions.setAgentState,
    enqueueAgentState: actions.enqueueAgentState,
    signIn: (agent) => actions.signIn({ agent }),
    session: (what) => sessionActions[what](actions),
    waitUntil: (condition) => waitUntil(store, conditionTest(condition, idOf), wait),
    pauseMs: wait,
  }
  return <V extends Verb>({ verb, value }: PlayedStep<V>) => players[verb](value)
}

const sessionActions: Record<Values['session'], (actions: Actions) => void> = {
  signOut: (actions) => actions.signOut(),
  expire: (actions) => actions.expireSession(),
  deny: (actions) => actions.denyAccess(),
  exhaustCti: (actions) => actions.exhaustRetries('cti'),
  exhaustAuthorize: (actions) => actions.exhaustRetries('authorize'),
  stopAnswering: (actions) => actions.stopAnswering(),
  answer: (actions) => actions.answer(),
}

interface Test {
  /** How the desk stands, in the words of the condition. */
  readonly found: (desk: Desk) => string | number
  readonly wanted: string | number
}

function conditionTest(condition: Condition, idOf: (name: string) => string): Test {
  if ('contact' in condition) {
    const id = idOf(condition.contact)
    return { found: (desk) => findContact(desk, id)?.phase ?? 'gone', wanted: condition.phase }
  }
  if ('agentState' in condition) return { found: (desk) => agentStateOf(desk).name, wanted: condition.agentState }
  if ('access' in condition) return { found: (desk) => desk.access, wanted: condition.access }
  return { found: (desk) => desk.contacts.length, wanted: condition.contacts }
}

async function waitUntil(store: DeskStore, { found, wanted }: Test, wait: Stage['wait']): Promise<void> {
  if (found(store.getDesk()) === wanted) return
  let unwatch = () => {}
  const reached = new Promise<boolean>((resolve) => {
    unwatch = store.watch((_, desk) => found(desk) === wanted && resolve(true))
  })
  const inTime = await Promise.race([reached, wait(patienceMs).then(() => false)])
  unwatch()
  if (!inTime) throw new Error(`It is still ${found(store.getDesk())}.`)
}
