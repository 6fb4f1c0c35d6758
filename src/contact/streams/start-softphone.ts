import { busOf } from './follow-softphone.ts'
import type { CcpOptions, StreamsApi } from './streams-api.ts'

/** How to start a softphone, for a page that has none yet. */
export interface SoftphoneToStart {
  /** The softphone's address, such as `https://my-instance.my.connect.aws/ccp-v2/`. */
  readonly ccpUrl: string
  /** Where the softphone appears. Never move it in the document: Streams goes deaf when its frame loads anew. */
  readonly container: HTMLElement
  readonly region?: string
  /** Whether Streams may open the login page in a window of its own; it does unless this is false. */
  readonly loginPopup?: boolean
}

/**
 * Starts a softphone, unless this Streams has one. Two do not work in one page (amazon-connect-streams #587): false
 * where another copy of Streams has put its frame into the page, and nothing is started.
 */
export function startSoftphone(streams: StreamsApi, wanted: SoftphoneToStart): boolean {
  // A refusal is a line in the log of Streams, and no bus.
  if (busOf(streams) === null) streams.core.initCCP(wanted.container, ccpOptions(wanted))
  return busOf(streams) !== null
}

function ccpOptions({ ccpUrl, region, loginPopup }: SoftphoneToStart): CcpOptions {
  return {
    ccpUrl,
    ...(region !== undefined && { region }),
    ...(loginPopup !== undefined && { loginPopup }),
    // The page holds the agent's only softphone, so calls have their sound here.
    softphone: { allowFramedSoftphone: true },
  }
}
