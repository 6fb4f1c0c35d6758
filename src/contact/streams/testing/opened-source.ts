import type { DeskState } from '../../contact-source.ts'
import { createFakeStreams } from '../fake-streams.ts'
import type { StreamsApi } from '../streams-api.ts'
import { createStreamsSource, type StreamsSourceOptions } from '../streams-source.ts'

export const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'
export const ada = `${instance}/agent/ada`

export const ccp = {
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  // A fake Streams puts nothing in it.
  container: {} as HTMLElement,
}

/** A source that starts a fake Streams, how often it told of a change, and what it logged. */
export const openSource = (streams = createFakeStreams(), options: object = {}) => open(streams, { ...ccp, ...options })

/** A source in a page that has the fake Streams, and may have called `initCCP`. */
export const attachSource = (streams = createFakeStreams(), options: object = {}) =>
  open(streams, { findStreams: () => streams.api, loadStreams: mayNotLoad, ...options })

export const mayNotLoad = () => Promise.reject(new Error('a second copy of Streams'))

export const pagesCcp = { ccpUrl: 'https://desk.my.connect.aws/ccp-v2/', softphone: { allowFramedSoftphone: false } }
export const initCcp = ({ api }: { api: StreamsApi }) => api.core.initCCP({} as HTMLElement, pagesCcp)

async function open(streams: ReturnType<typeof createFakeStreams>, options: StreamsSourceOptions) {
  const seen = { changes: 0, log: [] as string[] }
  const timeouts: { callback: () => void; ms: number }[] = []
  const intervals: { callback: () => void; ms: number }[] = []
  const source = createStreamsSource({
    findStreams: () => null,
    loadStreams: async () => streams.api,
    isHidden: () => false,
    timers: {
      setTimeout: (callback, ms) => timeouts.push({ callback, ms }),
      setInterval: (callback, ms) => intervals.push({ callback, ms }),
    },
    log: (message, cause) => void seen.log.push([message, ...(cause ? [String(cause)] : [])].join(' ')),
    ...options,
  })
  source.subscribe(() => {
    seen.changes += 1
  })
  await Promise.resolve() // Streams is loaded
  await Promise.resolve() // and the source has heard of it
  /** Lets the time of one interval pass. */
  const tick = (ms: number) => {
    for (const interval of intervals.filter((it) => it.ms === ms)) interval.callback()
  }
  return { source, streams, seen, timeouts, tick, contactIds: () => contactIds(source.getSnapshot()) }
}

function contactIds(state: DeskState): readonly string[] | string {
  return state.status === 'ready' ? state.contacts.map((contact) => contact.contactId) : state.status
}
