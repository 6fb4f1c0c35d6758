import { isCall } from './agent-state.ts'
import type { Contact } from './desk.ts'

/** What can happen to the third party of a call: asked while the customer is on hold, taken in, let go. */
export type ThirdPartyStep = 'consult' | 'conference' | 'dropThirdParty'

/** The third party after a step; undefined where the step does not fit the contact. */
export function thirdPartyAfter(step: ThirdPartyStep, contact: Contact): Contact['thirdParty'] | undefined {
  if (!isCall(contact) || contact.phase !== 'connected') return undefined
  switch (step) {
    case 'consult':
      return contact.thirdParty === null ? 'consulted' : undefined
    case 'conference':
      return contact.thirdParty === 'consulted' ? 'conferenced' : undefined
    case 'dropThirdParty':
      return contact.thirdParty === null ? undefined : null
  }
}
