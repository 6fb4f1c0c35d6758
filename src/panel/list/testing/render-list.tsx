import { act, cleanup, render } from '@testing-library/react'
import { StrictMode, useMemo } from 'react'
import { onTestFinished } from 'vitest'
import { en } from '../../../locales/en.ts'
import { createWords, type Words } from '../../../locales/words.ts'
import { type CaseLinks, CaseLinksContext } from '../../case-links.tsx'
import { PanelRoot } from '../../panel-root.tsx'
import { createPreferences, type Preferences } from '../../preferences.ts'
import { PreferencesContext } from '../../preferences-context.ts'
import { WordsContext } from '../../words-context.tsx'
import { CaseList, type CaseListProps } from '../case-list.tsx'
import { manyRows } from './rows.ts'

interface ListOptions extends Partial<CaseListProps> {
  readonly links?: Partial<CaseLinks>
  readonly preferences?: Partial<Preferences>
  readonly words?: Words
  /** Of the panel, in pixels. */
  readonly width?: number
  readonly height?: number
  readonly inShadowRoot?: boolean
}

const urlOf = (caseId: string) => `https://example.com/cases/${caseId}`

/** The list in a panel of a fixed size, in StrictMode; `update` renders it again with other props. */
export function renderList({ width = 400, height = 500, inShadowRoot = false, ...options }: ListOptions = {}) {
  const container = document.createElement('div')
  container.style.cssText = `inline-size: ${width}px; block-size: ${height}px; display: grid`
  const host = document.createElement('div')
  document.body.append(host)
  const root = inShadowRoot ? host.attachShadow({ mode: 'open' }) : host
  root.append(container)
  onTestFinished(() => {
    cleanup()
    host.remove()
  })
  const preferences = createPreferences({ getItem: () => null, setItem: () => {} }, '')
  preferences.set(options.preferences ?? {})
  let current = options
  const view = () => <ListInPanel {...current} preferenceStore={preferences} />
  const { rerender } = render(view(), { container, wrapper: StrictMode })
  const update = (change: ListOptions) =>
    act(() => {
      current = { ...current, ...change }
      rerender(view())
    })
  return { container, update, preferences }
}

interface ListInPanelProps extends ListOptions {
  readonly preferenceStore: ReturnType<typeof createPreferences>
}

const english = createWords('en', en)
const nothing = new Set<string>()
const ignore = () => {}

function ListInPanel({ links, words = english, preferenceStore, ...props }: ListInPanelProps) {
  const { preferences: _, ...list } = props
  const caseLinks = useMemo(
    (): CaseLinks => ({ urlOf, onOpenCase: null, onLink: null, copy: async () => true, ...links }),
    [links],
  )
  return (
    <WordsContext value={words}>
      <PreferencesContext value={preferenceStore}>
        <CaseLinksContext value={caseLinks}>
          <PanelRoot theme="light">
            <CaseList
              rows={manyRows(3)}
              appeared={nothing}
              count={3}
              more={{ status: 'none' }}
              onReadOn={ignore}
              onCollapse={ignore}
              onRetryDetails={ignore}
              {...list}
            />
          </PanelRoot>
        </CaseLinksContext>
      </PreferencesContext>
    </WordsContext>
  )
}
