import { type ReactNode, useLayoutEffect, useMemo, useRef } from 'react'
import type { Visibility } from '../cases/visibility.ts'
import { Announcer } from './announcer.tsx'
import { createPanelVisibility, VisibilityContext } from './panel-visibility.ts'
import { ShortcutHelpHost } from './shortcuts/shortcut-help-host.tsx'
import { ShortcutsContext, useShortcuts } from './shortcuts/use-shortcuts.ts'
import { Tooltip } from './tooltip.tsx'
import { useWords } from './words-context.tsx'
import './tokens.css'
import './panel.css'
import './controls.css'
import './heading/heading.css'
import './heading/phase-shape.css'
import './switcher/switcher.css'
import './toolbar/toolbar.css'
import './states/states.css'
import './states/skeleton.css'
import './shortcuts/shortcuts.css'

export type PanelTheme = 'light' | 'dark' | 'system'

export type PanelDensity = 'comfortable' | 'compact'

interface PanelRootProps {
  readonly theme: PanelTheme
  readonly density?: PanelDensity
  /** 0 where nothing inside can be focused: some browsers let keys scroll only what has, or holds, the focus. */
  readonly tabIndex?: 0
  /** Whether the host shows the panel, where only the host can say. */
  readonly hostVisibility?: Visibility | undefined
  readonly children: ReactNode
}

/** The panel's own element: its language, its looks, and what there is once for all that is in it. */
export function PanelRoot({ theme, density = 'comfortable', tabIndex, hostVisibility, children }: PanelRootProps) {
  const { messages, locale, direction } = useWords()
  const root = useRef<HTMLElement>(null)
  const { handlers, onKeyDown } = useShortcuts()
  const visibility = useMemo(() => createPanelVisibility(hostVisibility), [hostVisibility])
  useLayoutEffect(() => (root.current ? visibility.watch(root.current) : undefined), [visibility])
  return (
    <section
      className="contact-cases"
      aria-label={messages.panel}
      lang={locale}
      dir={direction}
      data-theme={theme}
      data-density={density}
      tabIndex={tabIndex}
      ref={root}
      onKeyDown={onKeyDown}
    >
      <ShortcutsContext value={handlers}>
        <Announcer>
          <VisibilityContext value={visibility}>
            <ShortcutHelpHost>{children}</ShortcutHelpHost>
          </VisibilityContext>
        </Announcer>
      </ShortcutsContext>
      <Tooltip root={root} />
    </section>
  )
}
