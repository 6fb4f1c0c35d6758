import type { Page } from 'playwright-core'
import { randomShift } from '../../src/simulator/desk/random-shift.ts'
import type { ScriptStep } from '../../src/simulator/desk/script.ts'
import { type Ccp, ccpFrame } from './ccp.ts'
import { createStreamsHost, type StreamsHost } from './streams-host.ts'

/** How often Streams called each of its callbacks. */
export type CallbackCounts = Readonly<Record<string, number>>

/** Callbacks of Streams that say nothing about agents and contacts: those a softphone page alone cannot raise. */
const beyondTheDesk = [
  // Sound and devices: WebRTC between the browser and Amazon.
  ...['onSoftphoneError', 'onMuteToggle', 'onLocalMediaStreamCreated', 'onVoiceEnhancementModeChanged'],
  ...['onSpeakerDeviceChanged', 'onMicrophoneDeviceChanged', 'onRingerDeviceChanged', 'onCameraDeviceChanged'],
  ...['onBackgroundBlurChanged', 'onWebSocketConnectionLost', 'onWebSocketConnectionGained'],
  // A request of the Amazon Connect SDK, not a message of the softphone.
  'onNetworkConnectionStatusChanged',
].map((name) => `agent.${name}`)
const beyondTheContact = ['onScreenSharingStarted', 'onScreenSharingStopped', 'onScreenSharingError']
// Sessions of the softphone itself and its settings, which a page that frames it does not hear.
const beyondTheFrame = ['onAuthorizeSuccess', 'onSoftphoneSessionInit', 'onConfigure']
const without = [
  ...beyondTheDesk,
  ...beyondTheContact.map((name) => `contact.${name}`),
  ...beyondTheFrame.map((name) => `core.${name}`),
]

interface ShiftOptions {
  readonly shifts: number
  /** The first shift's; each further one adds one. */
  readonly seed: number
  /** How many desks work at once. */
  readonly desks: number
  onShift?(done: number): void
}

/** Works random shifts on the real Streams; throws where a page had an error or Streams and the desk disagree. */
export async function workShifts({ shifts, seed, desks, onShift }: ShiftOptions): Promise<CallbackCounts> {
  const host = await createStreamsHost('count-callbacks.html')
  const hostQuery = `&without=${without}`
  let begun = 0
  let done = 0
  const workDesk = async (): Promise<CallbackCounts> => {
    const { page, ccp } = await host.open('', hostQuery)
    while (begun < shifts) {
      await workShift(page, ccp, seed + begun++)
      onShift?.(++done)
    }
    return page.evaluate<CallbackCounts>('counts')
  }
  try {
    const all = await Promise.all([...Array.from({ length: desks }, workDesk), waitInVain(host, hostQuery)])
    await host.closePages()
    return sum(all)
  } finally {
    await host.close()
  }
}

async function workShift(page: Page, ccp: Ccp, seed: number): Promise<void> {
  await ccp.play([...takenByTheHost, ...randomShift(seed, 40)]).catch((error: unknown) => {
    throw new Error(`The shift with seed ${seed} came to a stop.`, { cause: error })
  })
  if (seed % 10 === 0) await reloadInConversation(page, ccp)
  await page.waitForFunction('contactsLeft() === 0')
}

/** The softphone's own page is loaded anew, and the contact is still there. */
async function reloadInConversation(page: Page, ccp: Ccp): Promise<void> {
  const id = await ccp.incoming({ channel: 'voice' })
  await ccp.accept(id)
  const frame = await ccpFrame(page)
  await frame.goto(frame.url())
  await ccp.end(id)
  await ccp.close(id)
}

const takenByTheHost: readonly ScriptStep[] = [
  { ring: { as: 'h', channel: 'chat', queueName: 'Taken by the host' } },
  { waitUntil: { contact: 'h', phase: 'connected' } },
  { end: 'h' },
  { close: 'h' },
]

/** A softphone that never answers, until Streams stops replacing it. */
async function waitInVain(host: StreamsHost, hostQuery: string): Promise<CallbackCounts> {
  const { page } = await host.open('?answer=never', `${hostQuery}&loadTimeout=250`)
  await page.waitForFunction(`counts['core.onIframeRetriesExhausted'] > 0`)
  return page.evaluate<CallbackCounts>('counts')
}

function sum(all: readonly CallbackCounts[]): CallbackCounts {
  const total: Record<string, number> = {}
  for (const counts of all) {
    for (const [name, count] of Object.entries(counts)) total[name] = (total[name] ?? 0) + count
  }
  return total
}
