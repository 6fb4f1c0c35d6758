import { isCall } from './agent-state.ts'
import type { ScriptStep } from './script.ts'
import type { Channel } from './setup.ts'

/** Where a made-up contact stands; `answering`: accepted, and soon connected by itself. */
type Stage = 'ringing' | 'answering' | 'talking' | 'consulting' | 'conference' | 'paused' | 'over'

export interface LiveContact {
  readonly name: string
  readonly channel: Channel
  readonly stage: Stage
}

/** Something that can happen next. */
export interface Move {
  readonly weight: number
  readonly steps: readonly ScriptStep[]
  /** The contact that it happens to. */
  readonly before: string | null
  /** What becomes of it; a transfer leaves two. */
  readonly after: readonly LiveContact[]
}

/** What can happen to one contact; `next` is the name of one that a transfer makes. */
export function movesWith(contact: LiveContact, next: string): Move[] {
  const { name } = contact
  const go = (weight: number, stage: Stage, ...steps: ScriptStep[]): Move => ({
    weight,
    steps,
    before: name,
    after: [{ ...contact, stage }],
  })
  switch (contact.stage) {
    case 'ringing':
      return [
        go(6, 'answering', { accept: name }),
        go(1, 'over', { reject: name }),
        go(1, 'over', { miss: name }),
        go(0.5, 'over', { fail: name }),
      ]
    case 'answering':
      return [go(6, 'talking', connected(name))]
    case 'talking':
      return [
        go(3, 'over', { end: name }),
        go(0.4, 'over', { fail: name }),
        ...(isCall(contact) ? [go(2, 'consulting', { consult: name })] : []),
        ...(contact.channel === 'task' ? [go(2, 'paused', { pause: name })] : []),
        transferred(contact, next),
      ]
    case 'consulting':
      return [
        go(2, 'conference', { conference: name }),
        go(1, 'talking', { dropThirdParty: name }),
        transferred(contact, next),
      ]
    case 'conference':
      return [go(2, 'talking', { dropThirdParty: name }), go(1, 'over', { end: name })]
    case 'paused':
      return [go(2, 'talking', { resume: name }), go(0.5, 'over', { end: name })]
    case 'over':
      return [{ weight: 3, steps: [{ close: name }], before: name, after: [] }]
  }
}

function transferred(contact: LiveContact, as: string): Move {
  return {
    weight: 0.7,
    steps: [{ transfer: { contact: contact.name, as } }],
    before: contact.name,
    after: [
      { ...contact, stage: 'over' },
      { ...contact, name: as, stage: 'answering' },
    ],
  }
}

function connected(name: string): ScriptStep {
  return { waitUntil: { contact: name, phase: 'connected' } }
}

/** The shortest way from where a contact stands to its end. */
export function windUp({ name, stage }: LiveContact): ScriptStep[] {
  const end: ScriptStep[] = [{ end: name }, { close: name }]
  if (stage === 'over') return [{ close: name }]
  return stage === 'answering' ? [connected(name), ...end] : end
}
