import type { ContactSource } from '../contact-source.ts'
import { createMemorySource } from '../memory-source.ts'
import type { Timers } from './heartbeat.ts'
import { openSoftphone } from './open-softphone.ts'
import { deskStateOf, newSoftphone, reduceSoftphone, type SoftphoneEvent } from './softphone.ts'
import type { CcpOptions, StreamsApi } from './streams-api.ts'

export interface StreamsSourceOptions {
  /** The softphone's address, such as `https://my-instance.my.connect.aws/ccp-v2/`. */
  readonly ccpUrl: string
  /** Where the softphone appears. Never move it in the document: Streams goes deaf when its frame loads anew. */
  readonly container: HTMLElement
  readonly region?: string
  /** Whether Streams may open the login page in a window of its own; it does unless this is false. */
  readonly loginPopup?: boolean
  /** How long the softphone may take to name its agent. Streams opens the login page after 5 seconds. */
  readonly noAnswerAfterMs?: number
  /** How long the softphone may be silent; shorter than 90 seconds takes a busy browser for a dead softphone. */
  readonly stoppedAnsweringAfterMs?: number
  readonly loadStreams?: () => Promise<StreamsApi>
  readonly timers?: Timers
  readonly isHidden?: () => boolean
  /** Takes what people who look after the desk should know. */
  readonly log?: (message: string, cause?: unknown) => void
}

/**
 * Contacts of the softphone (CCP) that Streams frames in this page.
 * Create it once per page, outside React, and keep it: Streams can neither start twice nor end cleanly.
 */
export function createStreamsSource(options: StreamsSourceOptions): ContactSource {
  const { noAnswerAfterMs = 15_000, stoppedAnsweringAfterMs = 90_000, container } = options
  const { loadStreams = importStreams, timers = globalThis, isHidden = isDocumentHidden, log = warn } = options
  const source = createMemorySource()
  let softphone = newSoftphone

  const take = (event: SoftphoneEvent) => {
    softphone = reduceSoftphone(softphone, event)
    const next = deskStateOf(softphone)
    // Both are plain data of a dozen contacts, built in one place: equal texts are equal states.
    if (JSON.stringify(next) !== JSON.stringify(source.getSnapshot())) source.set(next)
  }

  timers.setTimeout(() => take({ type: 'no_answer' }), noAnswerAfterMs)
  const edge = { container, ccp: ccpOptions(options), silentAfterMs: stoppedAnsweringAfterMs, timers, isHidden, log }
  loadStreams()
    .then((streams) => openSoftphone(streams, edge, take))
    .catch((cause: unknown) => {
      log('Streams did not start.', cause)
      take({ type: 'unusable', problem: { code: 'no_answer', detail: `Streams did not start: ${String(cause)}` } })
    })
  return { getSnapshot: source.getSnapshot, subscribe: source.subscribe }
}

function ccpOptions({ ccpUrl, region, loginPopup }: StreamsSourceOptions): CcpOptions {
  return {
    ccpUrl,
    ...(region !== undefined && { region }),
    ...(loginPopup !== undefined && { loginPopup }),
    // The page holds the agent's only softphone, so calls have their sound here.
    softphone: { allowFramedSoftphone: true },
  }
}

async function importStreams(): Promise<StreamsApi> {
  return (await import('./streams-entry.ts')).streams
}

const isDocumentHidden = () => document.hidden
const warn = (message: string, cause?: unknown) => console.warn(message, ...(cause === undefined ? [] : [cause]))
