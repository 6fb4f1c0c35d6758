import { z } from 'zod'
import { createTeller, runStories } from './run-stories.ts'
import { installVirtualClock } from './virtual-clock.ts'

// A process of its own: its clock is not the world's. Each message asks for some stories, and is answered by what
// came of them.

const ask = z.object({ seed: z.int(), count: z.int() })

const tell = createTeller(installVirtualClock())
process.on('message', async (message) => {
  const { seed, count } = ask.parse(message)
  process.send?.(await runStories(tell, seed, count))
})
process.on('disconnect', () => process.exit())
