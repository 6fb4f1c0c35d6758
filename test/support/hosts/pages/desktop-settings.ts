import { type CasesClient, createCasesClient } from '../../../../src/index.ts'

const settings = new URLSearchParams(location.search)

/** The softphone of these desktops. */
export const ccpUrl = settings.get('ccpUrl') ?? ''

/** Asks our server, which is of another origin. */
export const client: CasesClient = createCasesClient({
  apiBaseUrl: settings.get('apiBaseUrl') ?? '',
  domainId: settings.get('domainId') ?? '',
  fetch: (url, init) => fetch(url, init),
})

/** The part of the page with this id. */
export function partOfPage(id: string): HTMLElement {
  const part = document.getElementById(id)
  if (part === null) throw new Error(`The page has no #${id}.`)
  return part
}
