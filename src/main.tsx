import './without-eval.ts'

import { notifyManager } from '@tanstack/react-query'
import { StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { createCasesClient } from './cases/cases-client.ts'
import { type PageConfig, pageConfigSchema } from './contract/page-config.ts'
import { hostOfPage, type PageHost } from './host-of-page.ts'
import { followLooks, speak } from './page-looks.ts'
import { ContactCases, type StandaloneProps } from './panel/contact-cases.tsx'
import { StartFailure } from './panel/states/start-failure.tsx'
import { WordsContext } from './panel/words-context.tsx'

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

/** The panel, whose cases the host opens as long as it says so. */
function PanelOfPage({ opener, ...props }: StandaloneProps & { readonly opener: PageHost['onOpenCase'] }) {
  const onOpenCase = useSyncExternalStore(opener.subscribe, opener.getSnapshot)
  return <ContactCases {...props} onOpenCase={onOpenCase} />
}

// By a timer, as TanStack Query does it, what an answer changes may be on screen a frame later.
notifyManager.setScheduler(queueMicrotask)

const root = createRoot(elementOf('contact-cases'))

async function start(): Promise<void> {
  const config = await readPageConfig()
  const { apiBaseUrl, domainId, caseUrlTemplate, locale, autoLoadMore, auth } = config
  const signIn = auth && (await import('./sign-in/create-sign-in.ts')).createSignIn(auth)
  const { source, appearance, visibility, onOpenCase, events } = await hostOfPage(config)
  const client = createCasesClient({ apiBaseUrl, domainId, fetch: signIn?.fetch ?? ((url, init) => fetch(url, init)) })
  await followLooks(appearance, locale, (words, theme) =>
    root.render(
      <StrictMode>
        <PanelOfPage
          opener={onOpenCase}
          {...{ source, client, signIn, words, theme, visibility, caseUrlTemplate, autoLoadMore }}
          {...events}
        />
      </StrictMode>,
    ),
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
