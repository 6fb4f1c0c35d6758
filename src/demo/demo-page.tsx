import { useMemo, useState } from 'react'
import type { Words } from '../locales/words.ts'
import { useLoadedWords } from '../panel/use-loaded-words.ts'
import { Card } from './card.tsx'
import { Controls } from './controls.tsx'
import type { StateGroup } from './demo-state.ts'
import { StateIndex } from './state-index.tsx'
import { allStates } from './states/all-states.ts'
import { type DemoSettings, parseSettings, toSearch } from './url-settings.ts'

/** Every state of the panel, or the one that the address names. */
export function DemoPage({ now }: { readonly now: number }) {
  const [settings, setSettings] = useState(() => parseSettings(location.search))
  const words = useLoadedWords(settings.lang)
  const groups = useMemo(() => allStates(now), [now])

  const known = groups.some((group) => group.states.some(({ id }) => settings.state === null || settings.state === id))

  function change(next: DemoSettings) {
    setSettings(next)
    history.replaceState(null, '', toSearch(next))
  }

  return (
    <div className="demo" data-theme={settings.theme} data-alone={settings.state !== null} style={sizesOf(settings)}>
      <header className="demo-header">
        <h1>Contact Cases: every state</h1>
        <Controls settings={settings} onChange={change} />
      </header>
      <StateIndex groups={groups} settings={settings} />
      <main className="demo-groups">
        {!known && <p role="alert">There is no state called “{settings.state}”.</p>}
        {words && groups.map((group) => <Group key={group.name} group={group} settings={settings} words={words} />)}
      </main>
    </div>
  )
}

function sizesOf({ width, text }: DemoSettings): Record<`--${string}`, string> {
  const isFluid = width === 'fluid'
  return {
    '--demo-width': isFluid ? 'auto' : `${width}px`,
    '--demo-column': isFluid ? '0px' : `${width}px`,
    '--demo-text-size': `${text}px`,
  }
}

interface GroupProps {
  readonly group: StateGroup
  readonly settings: DemoSettings
  readonly words: Words
}

function Group({ group, settings, words }: GroupProps) {
  const states = group.states.filter(({ id }) => settings.state === null || settings.state === id)
  if (states.length === 0) return null
  return (
    <section className="demo-group" aria-label={group.name}>
      <h2>{group.name}</h2>
      <div className="demo-cards">
        {states.map((state) => (
          <Card key={state.id} state={state} settings={settings} words={words} />
        ))}
      </div>
    </section>
  )
}
