/** How the return page tells the page that opened it where the provider came back to. */
export interface ReturnMessage {
  readonly source: 'contact-cases-sign-in'
  readonly url: string
}

/** The name of the BroadcastChannel for popups that lost their opener. */
export const returnChannel = 'contact-cases-sign-in'

/** The URL of a message of ours that carries this `state`; null for all others. */
export function returnUrlOf(data: unknown, state: string): string | null {
  if (typeof data !== 'object' || data === null || !('source' in data) || data.source !== returnChannel) return null
  if (!('url' in data) || typeof data.url !== 'string' || !URL.canParse(data.url)) return null
  return new URL(data.url).searchParams.get('state') === state ? data.url : null
}
