import type { StateGroup } from '../demo-state.ts'
import { arrangementStates } from './arrangement.ts'
import { contactStates } from './contacts.ts'
import { deskStates } from './desk.ts'
import { desktopStates } from './desktops.tsx'
import { detailsStates } from './details.ts'
import { failureStates } from './failures.ts'
import { lengthStates } from './lengths.ts'
import { moreStates } from './more.ts'
import { readingStates } from './reading.ts'
import { signInStates } from './sign-in.ts'
import { startStates } from './start.ts'
import { titleStates } from './titles.ts'

/** Every state of the panel. Times are before or after `now`, so that "4 minutes ago" is always four minutes ago. */
export function allStates(now: number): readonly StateGroup[] {
  return [
    deskStates,
    contactStates(now),
    readingStates(now),
    moreStates(now),
    failureStates(now),
    detailsStates(now),
    arrangementStates(now),
    titleStates(now),
    lengthStates(now),
    desktopStates(now),
    signInStates(now),
    startStates,
  ]
}
