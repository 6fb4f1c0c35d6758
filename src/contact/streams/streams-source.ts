import type { ContactSource } from '../contact-source.ts'
import { createMemorySource } from '../memory-source.ts'
import { findStreams as findStreamsOfPage } from './find-streams.ts'
import { followSoftphone } from './follow-softphone.ts'
import type { Timers } from './heartbeat.ts'
import { deskStateOf, newSoftphone, reduceSoftphone, type SoftphoneEvent } from './softphone.ts'
import { type SoftphoneToStart, startSoftphone } from './start-softphone.ts'
import type { StreamsApi } from './streams-api.ts'

interface StreamsSourceSettings {
  /** How long the softphone may take to name its agent. Streams opens the login page after 5 seconds. */
  readonly noAnswerAfterMs?: number
  /** How long the softphone may be silent; shorter than 90 seconds takes a busy browser for a dead softphone. */
  readonly stoppedAnsweringAfterMs?: number
  readonly loadStreams?: () => Promise<StreamsApi>
  /** The Streams that the page has loaded itself. */
  readonly findStreams?: () => StreamsApi | null
  readonly timers?: Timers
  readonly isHidden?: () => boolean
  /** Takes what people who look after the desk should know. */
  readonly log?: (message: string, cause?: unknown) => void
}

/** With `ccpUrl` and `container` the source may start the softphone; without them it waits for the page's own. */
export type StreamsSourceOptions = StreamsSourceSettings &
  (SoftphoneToStart | { readonly [Member in keyof SoftphoneToStart]?: never })

/**
 * Contacts of the softphone (CCP) that Streams frames in this page. Where the page has called `connect.core.initCCP`,
 * the source listens to that softphone and changes nothing about it. Where it has not, the source starts the one of
 * `ccpUrl`. Create it outside React, and keep it for as long as the page lives.
 */
export function createStreamsSource(options: StreamsSourceOptions = {}): ContactSource {
  const { noAnswerAfterMs = 15_000, stoppedAnsweringAfterMs = 90_000, timers = globalThis, log = warn } = options
  const { loadStreams = importStreams, findStreams = findStreamsOfPage, isHidden = isDocumentHidden } = options
  const source = createMemorySource()
  let softphone = newSoftphone

  const take = (event: SoftphoneEvent) => {
    softphone = reduceSoftphone(softphone, event)
    const next = deskStateOf(softphone)
    // Both are plain data of a dozen contacts, built in one place: equal texts are equal states.
    if (JSON.stringify(next) !== JSON.stringify(source.getSnapshot())) source.set(next)
  }
  const follow = (find: () => StreamsApi | null) =>
    followSoftphone({ find, silentAfterMs: stoppedAnsweringAfterMs, timers, isHidden, log }, take)

  async function start(wanted: SoftphoneToStart): Promise<void> {
    // Our copy of Streams would overwrite the page's, and the page would lose its softphone.
    const streams = findStreams() ?? quiet(await loadStreams())
    if (!startSoftphone(streams, wanted)) {
      take(unusable('unsupported_host', 'Another copy of Streams has its softphone here.'))
    }
    follow(() => streams)
  }

  const detail = options.ccpUrl === undefined ? silenceOfPage : silenceOfCcp
  timers.setTimeout(() => take({ type: 'no_answer', detail }), noAnswerAfterMs)
  if (options.ccpUrl === undefined) follow(findStreams)
  else {
    start(options).catch((cause: unknown) => {
      log('Streams did not start.', cause)
      take(unusable('no_answer', `Streams did not start: ${String(cause)}`))
    })
  }
  return { getSnapshot: source.getSnapshot, subscribe: source.subscribe }
}

const silenceOfCcp =
  "The softphone does not answer. Check ccpUrl, the instance's approved origins, and that the agent signs in."
const silenceOfPage =
  'This page has no softphone that answers. Call connect.core.initCCP, or give createStreamsSource a ccpUrl and a ' +
  "container; check the instance's approved origins, and that the agent signs in."

function unusable(code: 'no_answer' | 'unsupported_host', detail: string): SoftphoneEvent {
  return { type: 'unusable', problem: { code, detail } }
}

/** A copy of Streams that we brought has nothing to say on the page's console but warnings. */
function quiet(streams: StreamsApi): StreamsApi {
  streams.getLog().setEchoLevel(streams.LogLevel.WARN)
  return streams
}

async function importStreams(): Promise<StreamsApi> {
  return (await import('./streams-entry.ts')).streams
}

const isDocumentHidden = () => document.hidden
const warn = (message: string, cause?: unknown) => console.warn(message, ...(cause === undefined ? [] : [cause]))
