import { fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { atLeast, exactly, type Figure, figure } from '../../support/figure.ts'
import type { Counterexample, StoriesTold } from './run-stories.ts'

interface Settings {
  readonly steps: number
  readonly seed: number
}

const storiesAtOnce = 100

/** Stories of a desk, an agent and a backend in random order, told to the panel's own queries and state. */
export async function interleavings({ steps, seed }: Settings): Promise<readonly Figure[]> {
  const told: StoriesTold[] = []
  const sum = (count: 'stories' | 'steps') => told.reduce((total, each) => total + each[count], 0)
  const faults = () => told.flatMap(({ counterexample }) => counterexample ?? [])
  const startedAt = performance.now()
  let asked = 0

  async function tellOn(teller: Teller) {
    while (sum('steps') < steps && faults().length === 0) {
      // Far apart: neighbouring seeds of two proofs have no stories in common.
      const its = seed * 100_003 + asked
      asked += 1
      told.push(await teller.ask({ seed: its, count: storiesAtOnce }))
      if (asked % 20 === 0) console.log(`  interleavings: ${sum('steps')} steps`)
    }
    teller.stop()
  }

  await Promise.all(Array.from({ length: availableParallelism() }, () => tellOn(startTeller())))
  const seconds = (performance.now() - startedAt) / 1000
  faults().forEach(print)
  return [
    figure('steps told, each checked', sum('steps'), atLeast(steps)),
    figure('in stories of up to 200, each in a fresh world', sum('stories'), null),
    figure('steps a second', Math.round(sum('steps') / seconds), null),
    figure('stories in which something was not as it must be', faults().length, exactly(0)),
  ]
}

interface Teller {
  ask(stories: { readonly seed: number; readonly count: number }): Promise<StoriesTold>
  stop(): void
}

/** A process that tells stories; that it ends by itself is a fault of ours. */
function startTeller(): Teller {
  const path = fileURLToPath(new URL('story-process.ts', import.meta.url))
  const teller = fork(path, { execArgv: ['--import', 'tsx'] })
  const ended = once(teller, 'exit').then(([code]) => {
    throw new Error(`A process that tells stories ended with ${code}.`)
  })
  ended.catch(() => {}) // heard by whoever asks
  return {
    async ask(stories) {
      const answered = once(teller, 'message')
      teller.send(stories)
      const [told] = await Promise.race([answered, ended])
      return told
    },
    stop: () => teller.disconnect(),
  }
}

function print({ seed, fault, story }: Counterexample): void {
  console.log(`\nA story goes wrong (seed ${seed}):\n${fault}`)
  console.log(`contacts have ${story.counts.join(', ')} cases; at the end all is answered by: ${story.last}`)
  for (const step of story.steps) console.log(`  ${JSON.stringify(step)}`)
}
