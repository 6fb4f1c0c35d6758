import type { HostAppearance } from './contact/host-appearance.ts'
import type { Snapshots } from './contact/snapshots.ts'
import { loadWords } from './locales/load-words.ts'
import type { Words } from './locales/words.ts'

/** The page speaks this language, or the browser's. */
export async function speak(locale: string | undefined): Promise<Words> {
  const words = await loadWords(locale ?? navigator.languages, console.error)
  document.documentElement.lang = words.locale
  document.title = words.messages.panel
  return words
}

/** Shows the page in its host's looks, and again whenever they change; the language of the settings comes first. */
export async function followLooks(
  looks: Snapshots<HostAppearance>,
  locale: string | undefined,
  show: (words: Words, theme: HostAppearance['theme']) => void,
): Promise<void> {
  const follow = async () => {
    const now = looks.getSnapshot()
    document.documentElement.dataset['theme'] = now.theme
    const words = await speak(locale ?? now.locale ?? undefined)
    // A language takes time to load: it may have changed again.
    if (looks.getSnapshot() === now) show(words, now.theme)
  }
  looks.subscribe(() => void follow())
  await follow()
}
