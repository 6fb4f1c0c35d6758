import { setTimeout as sleep } from 'node:timers/promises'
import { createRandom } from '../../../../src/simulator/desk/random.ts'
import { createAgentClient, type HeardAnswer } from './agent-client.ts'
import { type AgentDesk, openAgentDesk } from './agent-desk.ts'
import { type ContactWatch, watchContacts } from './contact-watch.ts'
import { createFloor } from './floor.ts'
import { playContact } from './play-contact.ts'
import type { RecordedCall } from './record-calls.ts'
import { longestTalkMs, planShift, type ShiftSettings } from './shift-plan.ts'
import { linksOf, seedJsonOf, usernameOf } from './shift-world.ts'
import { startWorld, type World } from './start-world.ts'

export interface ShiftOptions extends Omit<ShiftSettings, 'minutes'> {
  /** How long is measured, once contacts of every age are there. */
  readonly minutes: number
  readonly instances: number
  readonly env: Readonly<Record<string, string>>
  /** Something that goes wrong when half of the time is over. */
  readonly atHalf?: () => Promise<void>
}

/** What happened in a shift; times are milliseconds since 1970. */
export interface ShiftRecord {
  readonly agents: number
  readonly instances: number
  /** Whether something went wrong in the middle. */
  readonly isDisturbed: boolean
  readonly login: { readonly calls: readonly RecordedCall[]; readonly answers: readonly HeardAnswer[] }
  readonly measuredFrom: number
  readonly measuredMs: number
  readonly calls: readonly RecordedCall[]
  readonly answers: readonly HeardAnswer[]
  readonly watch: ContactWatch
  readonly refreshesPressed: number
  /** How often an instance lost the store, from its start on. */
  readonly storeAway: number
}

const supervisorCount = 10
const loginMs = 10_000
/** Until the first contacts are wound up, there are fewer requests than in a shift. */
const rampMs = longestTalkMs + 12_000

/** A shift in real time, on the panel's own queries. */
export async function runShift({ atHalf, instances, env, minutes, ...settings }: ShiftOptions): Promise<ShiftRecord> {
  const plan = planShift({ ...settings, minutes: minutes + rampMs / 60_000 })
  const links = linksOf(plan)
  const world = await startWorld({ seedJson: seedJsonOf(links, settings.agents), instances, env })
  const random = createRandom(settings.seed + 1)
  const watch = watchContacts(links, Date.now)
  const answers: HeardAnswer[] = []
  const people = Array.from({ length: settings.agents + supervisorCount }, (_, n) => n)
  const openDesk = await deskOpener({ world, watch, random, answers, agents: settings.agents })
  const desks = await Promise.all(people.map((person) => sleep(random() * loginMs).then(() => openDesk(person))))
  await sleep(1_000)
  const login = { calls: await world.calls(), answers: answers.splice(0) }

  const { controlUrl } = world
  const [agents, supervisors] = [desks.slice(0, settings.agents), desks.slice(settings.agents)]
  const { floor, refreshesPressed, close } = createFloor({ agents, supervisors, controlUrl, random })
  let isOver = false
  for (const planned of plan) {
    const played = floor.sleep(planned.at).then(() => playContact(planned, floor))
    played.catch((error: unknown) => {
      if (!isOver) throw error
    })
  }
  await sleep(rampMs)
  const measuredFrom = Date.now()
  answers.length = 0
  await sleep((minutes * 60_000) / 2)
  await atHalf?.()
  await sleep((minutes * 60_000) / 2)
  isOver = true
  const measuredMs = Date.now() - measuredFrom
  const calls = await world.calls()
  const storeAway = world.backends.reduce((sum, backend) => sum + backend.storeAway(), 0)
  close()
  await world.close()
  return {
    agents: settings.agents,
    instances,
    isDisturbed: atHalf !== undefined,
    login,
    measuredFrom,
    measuredMs,
    calls,
    answers,
    watch,
    refreshesPressed: refreshesPressed(),
    storeAway,
  }
}

interface OpenerSettings {
  readonly world: World
  readonly watch: ContactWatch
  readonly random: () => number
  readonly answers: HeardAnswer[]
  readonly agents: number
}

/** Opens the page of a person; those after the agents are supervisors. */
async function deskOpener({ world, watch, random, answers, agents }: OpenerSettings) {
  const urls = world.backends.map(({ url }) => url)
  const nextUrl = () => urls[Math.floor(random() * urls.length)] ?? ''
  const onAnswer = (answer: HeardAnswer) => void answers.push(answer)
  return async (person: number): Promise<AgentDesk> => {
    const groups = person < agents ? {} : { groups: ['supervisors'] }
    const token = await world.issuer.tokenOf(usernameOf(person), groups)
    const desk = openAgentDesk(person, createAgentClient({ token, nextUrl, onAnswer }), watch)
    return desk
  }
}
