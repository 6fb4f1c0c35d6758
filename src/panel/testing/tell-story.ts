import type { Fate } from './cases-world.ts'
import { createScene, type Scene } from './scene.ts'
import type { Story } from './story.ts'

/** Lets this many milliseconds of a clock that is not the world's go by, and everything happen that is due. */
export type LetTimePass = (ms: number) => Promise<void>

/** Plays a story to a panel without a document; throws at the first thing that is not as it must be. */
export async function tellStory({ counts, steps, last }: Story, letTimePass: LetTimePass): Promise<void> {
  const scene = createScene(counts)
  try {
    for (const step of steps) {
      scene.act(step)
      scene.check()
      await wait(scene, step.kind === 'wait' ? step.ms : 0, letTimePass)
      if (step.kind === 'wait' && step.ms >= 60_000) scene.expectStill()
    }
    scene.act({ kind: 'visibility', shown: true })
    scene.check()
    await comeToRest(scene, last, letTimePass)
    await readAll(scene, letTimePass)
  } finally {
    scene.close()
  }
  scene.expectForgotten()
}

/** Time goes by in pieces: a countdown on screen does what it does when it is over, and not later. */
async function wait(scene: Scene, ms: number, letTimePass: LetTimePass): Promise<void> {
  const end = Date.now() + ms
  do {
    const due = scene.nextWait(Date.now()) ?? end
    await letTimePass(Math.min(due, end) - Date.now())
    scene.check()
    scene.elapse(Date.now())
  } while (Date.now() < end)
  await letTimePass(0)
  scene.check()
}

const rounds = 12

/** Answers everything in one way, as often as it is asked again, at last well; then nothing may turn any more. */
async function comeToRest(scene: Scene, fate: Fate, letTimePass: LetTimePass): Promise<void> {
  const { world } = scene
  let round = 0
  do {
    for (; world.pending() > 0; round += 1) {
      while (world.pending() > 0) world.settleOne(0, round < rounds ? fate : 'answer')
      await wait(scene, 0, letTimePass)
    }
    await wait(scene, 60_000, letTimePass)
  } while (world.pending() > 0)
  scene.expectStill()
}

/** Whatever failed before: pressing on brings every page, and a refresh every title. */
async function readAll(scene: Scene, letTimePass: LetTimePass): Promise<void> {
  const most = 12
  for (let press = 0; press < most && scene.hasMore(); press += 1) {
    scene.act({ kind: 'press' })
    await comeToRest(scene, 'answer', letTimePass)
  }
  scene.act({ kind: 'refresh' })
  await comeToRest(scene, 'answer', letTimePass)
  scene.expectWhole()
}
