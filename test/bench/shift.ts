import { ccpOf } from '../support/ccp.ts'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { seedFor, shiftContacts } from './agent-shift.ts'
import { calls, chats, shiftScript, type Work } from './shift-script.ts'
import { openStage, type Stage } from './stage.ts'
import { round } from './statistics.ts'

const fullLog = 1_000
const seed = 1

/** The calls that Cases gets for one agent's shift: the same script on the panel's page and on the usual one. */
export async function shiftFigures(): Promise<Figure[]> {
  const stage = await openStage()
  const [ofChats, ofCalls] = await Promise.all([figuresOf(stage, 'chats', chats), figuresOf(stage, 'calls', calls)])
  await stage.close()
  return [...ofChats, ...ofCalls]
}

async function figuresOf(stage: Stage, name: string, work: Work): Promise<Figure[]> {
  const [panel, usual] = await Promise.all([callsOf(stage, 'panel', work), callsOf(stage, 'usual', work)])
  const lists = (operations: readonly string[]) => operations.filter((each) => each === 'ListCasesForContact').length
  return [
    figure(
      `requests to Cases for a shift of ${name}, ours by usual`,
      round(panel.length / usual.length),
      atMost(1 / 20),
    ),
    figure('  ours', panel.length, null),
    figure('  of them ListCasesForContact', lists(panel), null),
    figure('  usual', usual.length, null),
    figure('  of them ListCasesForContact', lists(usual), null),
  ]
}

/** The operations of Cases that were called. */
async function callsOf(stage: Stage, name: 'panel' | 'usual', work: Work): Promise<readonly string[]> {
  const contacts = shiftContacts(seed)
  const side = await stage.side(name, seedFor(contacts))
  const page = await side.open()
  const ccp = await ccpOf(page)
  await page.waitForLoadState('networkidle')
  await ccp.play([...shiftScript(contacts, work, seed)])
  const operations = side.callsOfCases()
  if (operations.length >= fullLog) throw new Error('The emulator keeps no more calls: make the shift shorter.')
  return operations
}
