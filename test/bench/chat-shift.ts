import type { ScriptStep } from '../../src/simulator/desk/script.ts'
import { defaultSeed, seedOf } from '../support/emulator.ts'

const atOnce = 4
const rounds = 2
const viewsOfEach = 12
const casesOfEach = 5

export const shiftContacts = atOnce * rounds

const contactIds = Array.from({ length: shiftContacts }, (_, n) => `chat-${n}`)

/** The shipped seed's account, with five cases to each chat of the shift. */
export const shiftSeed = seedOf(seedJson())

function seedJson(): unknown {
  const { accountId, region, instanceId, domains } = defaultSeed()
  const [domain] = domains
  const caseIds = (contactId: string) => Array.from({ length: casesOfEach }, (_, n) => `${contactId}-case-${n}`)
  return {
    accountId,
    region,
    instanceId,
    domains: [
      {
        domainId: domain?.domainId,
        name: 'Shift',
        templates: [{ templateId: 'general', name: 'General', status: 'Active' }],
        cases: contactIds.flatMap(caseIds).map((caseId) => ({
          caseId,
          templateId: 'general',
          fields: { title: `About ${caseId}`, status: 'open' },
        })),
        contacts: contactIds.map((contactId) => ({ contactId, caseIds: caseIds(contactId) })),
      },
    ],
  }
}

/** Four chats at a time ring, are accepted, viewed twelve times each in turns, and wound up. */
export function chatShift(): ScriptStep[] {
  return Array.from({ length: rounds }, (_, round) => contactIds.slice(round * atOnce, (round + 1) * atOnce)).flatMap(
    roundOf,
  )
}

function roundOf(chats: readonly string[]): ScriptStep[] {
  const views = Array.from({ length: viewsOfEach }, () => chats).flat()
  return [
    ...chats.flatMap((as): ScriptStep[] => [
      { ring: { as, channel: 'chat', contactId: as } },
      { view: as },
      { pauseMs: 5_500 },
      { accept: as },
      { waitUntil: { contact: as, phase: 'connected' } },
    ]),
    ...views.flatMap((view): ScriptStep[] => [{ view }, { pauseMs: 400 }]),
    ...chats.flatMap((chat): ScriptStep[] => [{ view: chat }, { end: chat }, { pauseMs: 1_000 }, { close: chat }]),
  ]
}
