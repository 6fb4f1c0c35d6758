import { type KeyboardEvent, useEffect } from 'react'
import { useAnnounce } from '../announcer.tsx'
import { Icon } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'
import { useWords } from '../words-context.tsx'
import type { CaseFilter } from './case-filter.ts'

interface FilterFieldProps {
  readonly filter: CaseFilter
  /** What the filter leaves: "3 of the 20 loaded". */
  readonly result: string
  /** Goes from the field to the list. */
  readonly onEnter: () => void
}

const quietMs = 700

/** Filters while it is typed in. Escape clears, and then leaves. */
export function FilterField({ filter, result, onEnter }: FilterFieldProps) {
  const { toolbar } = useWords().messages
  const { field, text, setText, close } = filter
  useEffect(() => field.current?.focus(), [field])
  useAnnounceWhenQuiet(text === '' ? '' : result)

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') text === '' ? close() : setText('')
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onEnter()
    else return
    event.preventDefault()
  }

  return (
    <search className="contact-cases-filter">
      <input
        className="contact-cases-filter-field"
        type="text"
        inputMode="search"
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        aria-label={toolbar.filterLoaded}
        placeholder={toolbar.filterLoaded}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
        ref={field}
      />
      <IconButton label={toolbar.clearFilter} keys="Esc" icon={<Icon name="close" />} onPress={close} />
      {text !== '' && <p className="contact-cases-filter-result">{result}</p>}
    </search>
  )
}

/** Says a text that changes with every letter only when the typing pauses. */
function useAnnounceWhenQuiet(text: string): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(() => announce(text), quietMs)
    return () => clearTimeout(timer)
  }, [announce, text])
}
