import './without-eval.ts'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createCasesClient } from './cases/cases-client.ts'
import { type PageConfig, pageConfigSchema } from './contract/page-config.ts'
import { loadWords } from './locales/load-words.ts'
import type { Words } from './locales/words.ts'
import { ContactCases } from './panel/contact-cases.tsx'
import { StartFailure } from './panel/states/start-failure.tsx'
import { WordsContext } from './panel/words-context.tsx'
import { createSourceOfPage } from './source-of-page.ts'

/** Settings that a page cannot start with; the message names what to mend. */
class SettingsError extends Error {}

async function readPageConfig(): Promise<PageConfig> {
  const response = await fetch('/config.json')
  const parsed = pageConfigSchema.safeParse(await response.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.length ? issue.path.join('.') : 'the file'
  throw new SettingsError(`/config.json: ${place} ${issue?.message}.`)
}

function elementOf(id: string): HTMLElement {
  const element = document.getElementById(id)
  if (element === null) throw new Error(`index.html has no element #${id}`)
  return element
}

/** The page speaks the language of the settings, or the browser's. */
async function speak(locale: string | undefined): Promise<Words> {
  const preferred = locale === undefined ? navigator.languages : [locale]
  const words = await loadWords(preferred, console.error)
  document.documentElement.lang = words.locale
  document.title = words.messages.panel
  return words
}

const root = createRoot(elementOf('contact-cases'))

async function start(): Promise<void> {
  const config = await readPageConfig()
  const { apiBaseUrl, domainId, caseUrlTemplate, locale, autoLoadMore, auth } = config
  const signIn = auth && (await import('./sign-in/create-sign-in.ts')).createSignIn(auth)
  const source = createSourceOfPage(config)
  const client = createCasesClient({ apiBaseUrl, domainId, fetch: signIn?.fetch ?? ((url, init) => fetch(url, init)) })
  const words = await speak(locale)
  root.render(
    <StrictMode>
      <ContactCases {...{ source, client, signIn, words, caseUrlTemplate, autoLoadMore }} />
    </StrictMode>,
  )
}

async function showFailure(cause: unknown): Promise<void> {
  console.error(cause)
  const isWrongSettings = cause instanceof SettingsError
  root.render(
    <WordsContext value={await speak(undefined)}>
      {isWrongSettings ? (
        <StartFailure reason="wrongSettings" detail={cause.message} />
      ) : (
        <StartFailure reason="cannotStart" />
      )}
    </WordsContext>,
  )
}

start().catch(showFailure)
