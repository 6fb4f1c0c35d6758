import type { AgentDesk } from './agent-desk.ts'
import type { ConnectContact, Floor } from './play-contact.ts'

interface FloorSettings {
  readonly agents: readonly AgentDesk[]
  readonly supervisors: readonly AgentDesk[]
  /** The emulator's own address. */
  readonly controlUrl: string
  readonly random: () => number
}

/** Everybody who is there, and who has nothing to do. */
export function createFloor({ agents, supervisors, controlUrl, random }: FloorSettings) {
  const free = [...agents]
  const freeSupervisors = [...supervisors]
  const waiting: ((agent: AgentDesk) => void)[] = []
  const timers = new Set<NodeJS.Timeout>()
  let refreshesPressed = 0

  const floor: Floor = {
    async takeAgent() {
      // Anyone: in a fixed order a few agents would do it all.
      const [agent] = free.splice(Math.floor(random() * free.length), 1)
      return agent ?? new Promise((resolve) => waiting.push(resolve))
    },
    giveBack(agent) {
      const next = waiting.shift()
      if (next === undefined) free.push(agent)
      else next(agent)
    },
    takeSupervisor: () => freeSupervisors.pop() ?? null,
    giveBackSupervisor: (supervisor) => void freeSupervisors.push(supervisor),
    async tellConnect(contact: ConnectContact) {
      const body = JSON.stringify(contact)
      const answer = await fetch(`${controlUrl}/_emulator/api/contact`, { method: 'PUT', body })
      if (!answer.ok) throw new Error(`the emulator refuses ${body}`)
    },
    sleep: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          timers.delete(timer)
          resolve()
        }, ms)
        timers.add(timer)
      }),
    onRefreshPressed() {
      refreshesPressed += 1
    },
  }
  return {
    floor,
    refreshesPressed: () => refreshesPressed,
    /** Everybody stops where they are: who sleeps does not wake up. */
    close() {
      for (const timer of timers) clearTimeout(timer)
      for (const desk of [...agents, ...supervisors]) desk.close()
    },
  }
}
