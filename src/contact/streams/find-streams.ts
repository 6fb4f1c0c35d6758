import type { StreamsApi } from './streams-api.ts'

/** The page's own Streams, the global `connect`; null where there is none. */
export function findStreams(): StreamsApi | null {
  const { connect } = globalThis as { connect?: Partial<StreamsApi> } // the name is all that there is to go by
  // amazon-connect-chatjs alone makes that global too.
  return typeof connect?.core?.initCCP === 'function' ? (connect as StreamsApi) : null
}
