import { useId, useLayoutEffect, useRef } from 'react'
import type { Messages } from '../../locales/messages.ts'
import { Icon } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'
import { usePreferences } from '../preferences-context.ts'
import { useWords } from '../words-context.tsx'

const keysOf = (messages: Messages['shortcuts']): readonly (readonly [does: string, ...keys: string[]])[] => [
  [messages.move, '↑', '↓'],
  [messages.ends, 'Home', 'End'],
  [messages.pages, 'Page ↑', 'Page ↓'],
  // With Shift, because alone they do something else.
  [messages.typeAhead, 'A–Z', 'Shift + C L M R'],
  [messages.collapse, '←', '→'],
  [messages.actions, '→'],
  [messages.open, 'Enter'],
  [messages.copyReference, 'C'],
  [messages.copyLink, 'L'],
  [messages.filter, '/'],
  [messages.refresh, 'R'],
  [messages.loadMore, 'M'],
  [messages.leave, 'Esc'],
  [messages.help, '?'],
]

/** Lists the keys, and turns the single ones off. As a modal dialog it gives the focus back by itself. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const { messages } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const title = useId()
  useLayoutEffect(() => {
    const element = dialog.current
    if (element?.open !== false) return
    element.showModal()
    // On the list, not on the first control in it, whose tooltip would cover what is read.
    element.focus()
  }, [])
  return (
    <dialog className="contact-cases-help" aria-labelledby={title} tabIndex={-1} ref={dialog} onClose={onClose}>
      <div className="contact-cases-help-head">
        <h2 className="contact-cases-help-title" id={title}>
          {messages.shortcuts.title}
        </h2>
        <IconButton label={messages.close} icon={<Icon name="close" />} onPress={() => dialog.current?.close()} />
      </div>
      <dl className="contact-cases-keys">
        {keysOf(messages.shortcuts).map(([does, ...keys]) => (
          <div className="contact-cases-key-row" key={does}>
            <dt className="contact-cases-key-does">{does}</dt>
            <dd className="contact-cases-key-names">
              {keys.map((key) => (
                <kbd className="contact-cases-key" key={key}>
                  {key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <SingleKeySwitch />
    </dialog>
  )
}

/** Single keys get in the way of speech input, so they can be turned off (WCAG 2.1.4). */
function SingleKeySwitch() {
  const { messages } = useWords()
  const [{ shortcuts }, change] = usePreferences()
  return (
    <label className="contact-cases-switch">
      <input
        className="contact-cases-checkbox"
        type="checkbox"
        checked={shortcuts}
        onChange={({ target }) => change({ shortcuts: target.checked })}
      />
      {messages.shortcuts.enabled}
    </label>
  )
}
