import { ccpOf } from '../support/ccp.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { chatShift, shiftContacts, shiftSeed } from './chat-shift.ts'
import { openStage, type Stage } from './stage.ts'
import { round } from './statistics.ts'

const fullLog = 1_000

/**
 * The calls that Cases gets for one agent's shift of chats: the same script, in real time, on the panel's page and on the
 * usual one. Chats are short, but ring long enough for what was read by then to be old when they are accepted.
 */
export async function shiftFigures(): Promise<Figure[]> {
  const stage = await openStage()
  const [panel, usual] = await Promise.all([callsOf(stage, 'panel'), callsOf(stage, 'usual')])
  await stage.close()
  return [
    figure('calls of Cases for a shift of chats, usual by ours', round(usual / panel), null),
    figure('  ours by usual', round(panel / usual), atMost(1 / 20)),
    figure(`  ours, for ${shiftContacts} chats`, panel, null),
    figure('  usual', usual, null),
  ]
}

async function callsOf(stage: Stage, name: 'panel' | 'usual'): Promise<number> {
  const side = await stage.side(name, shiftSeed)
  const page = await side.open()
  const ccp = await ccpOf(page)
  await page.waitForLoadState('networkidle')
  await ccp.play(chatShift())
  const calls = side.callsOfCases()
  if (calls >= fullLog) throw new Error('The emulator keeps no more calls: make the shift shorter.')
  return calls
}
