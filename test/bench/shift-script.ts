import { createRandom } from '../../src/simulator/desk/random.ts'
import type { ScriptStep } from '../../src/simulator/desk/script.ts'
import type { ShiftContact } from './agent-shift.ts'

/** How an agent works on one channel. */
export interface Work {
  readonly channel: 'chat' | 'voice'
  /** How many contacts an agent has at once. */
  readonly atOnce: number
  /** How often the agent turns to a contact and says something. */
  readonly answers: number
}

/**
 * Three at once: Amazon Connect allows ten, and people of the trade advise two or three ("How to Handle Multiple Chat
 * Conversations Effectively", callcentrehelper.com). Ten answers: a dialogue with a shop's support has 20 messages of both
 * sides (Chen et al., "The JDDC Corpus", 2020), one with a telephone company's 30 (Damnati et al., "Web Chat Conversations
 * from Contact Centers", 2016), where several may be one turn.
 */
export const chats: Work = { channel: 'chat', atOnce: 3, answers: 10 }

/** A call has the agent to itself. */
export const calls: Work = { channel: 'voice', atOnce: 1, answers: 1 }

// Amazon Connect's administrator guide, "Use the Contact Control Panel to chat with contacts".
const missedAfterMs = 20_000
// Minutes, in a real shift. What matters is that nothing which was read while it rang is new at the end.
const shortestTalkMs = 20_000
const answerMs = 500
const afterCallMs = 1_000

interface Talk {
  readonly contact: ShiftContact
  readonly answersLeft: number
  readonly since: number
}

/**
 * The shift in real time. A contact rings as soon as the agent has room for it; the softphone shows it when it is accepted,
 * and some other one when it is closed. Between, the agent answers whoever writes next, which may be any of those there.
 * Nobody presses a button of a page: the pages do not have the same.
 */
export function shiftScript(contacts: readonly ShiftContact[], work: Work, seed: number): readonly ScriptStep[] {
  const random = createRandom(seed)
  const script: ScriptStep[] = []
  const waiting = [...contacts]
  let talks: readonly Talk[] = []
  let now = 0

  function play(...steps: readonly ScriptStep[]): void {
    script.push(...steps)
    for (const step of steps) if ('pauseMs' in step) now += step.pauseMs
  }

  function ring(contact: ShiftContact): void {
    const { contactId: as, initialContactId, isMissed, ringMs } = contact
    play({ ring: { as, channel: work.channel, contactId: as, ...(initialContactId && { initialContactId }) } })
    if (isMissed) {
      play({ pauseMs: missedAfterMs }, { miss: as }, { close: as })
    } else {
      play({ pauseMs: ringMs }, { accept: as }, { waitUntil: { contact: as, phase: 'connected' } })
      talks = [...talks, { contact, answersLeft: work.answers, since: now }]
    }
  }

  function answer(talk: Talk): void {
    const { contactId } = talk.contact
    play({ view: contactId }, { pauseMs: answerMs })
    const answered = { ...talk, answersLeft: talk.answersLeft - 1 }
    talks = talks.map((each) => (each === talk ? answered : each))
    if (answered.answersLeft > 0) return
    play({ pauseMs: Math.max(0, talk.since + shortestTalkMs - now) })
    play({ end: contactId }, { pauseMs: afterCallMs }, { close: contactId })
    talks = talks.filter((each) => each !== answered)
  }

  while (waiting.length > 0 || talks.length > 0) {
    const next = talks.length < work.atOnce ? waiting.shift() : undefined
    const writes = talks[Math.floor(random() * talks.length)]
    if (next !== undefined) ring(next)
    else if (writes !== undefined) answer(writes)
  }
  return script
}
