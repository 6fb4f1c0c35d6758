import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createCasesClient } from './cases/cases-client.ts'
import { createStreamsSource } from './contact/streams/streams-source.ts'
import { type PageConfig, pageConfigSchema } from './contract/page-config.ts'
import { ContactCases } from './panel/contact-cases.tsx'

/** Settings that a page cannot start with; the message names what to mend. */
class SettingsError extends Error {}

async function readPageConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json')
  const parsed = pageConfigSchema.safeParse(await response.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.length ? issue.path.join('.') : 'the file'
  throw new SettingsError(`The settings in /config.json cannot be used: ${place} ${issue?.message}.`)
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`index.html has no element #${id}`)
  return element
}

async function start(main: HTMLElement): Promise<void> {
  const { ccpUrl, region, apiBaseUrl, domainId, caseUrlTemplate } = await readPageConfig()
  const source = createStreamsSource({ ccpUrl, region, container: elementOf('ccp') })
  const client = createCasesClient({ apiBaseUrl, domainId, fetch: (url, init) => fetch(url, init) })
  createRoot(main).render(
    <StrictMode>
      <ContactCases source={source} client={client} caseUrlTemplate={caseUrlTemplate} />
    </StrictMode>,
  )
}

function showFailure(main: HTMLElement, cause: unknown): void {
  console.error(cause)
  const alert = document.createElement('p')
  alert.role = 'alert'
  alert.textContent =
    cause instanceof SettingsError
      ? `${cause.message} Ask your administrator to correct them, then load this page again.`
      : 'The page could not start. Check your connection, then load it again.'
  main.replaceChildren(alert)
}

const main = elementOf('contact-cases')
start(main).catch((cause: unknown) => showFailure(main, cause))
