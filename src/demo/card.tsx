import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Words } from '../locales/words.ts'
import type { DemoState } from './demo-state.ts'
import { StatePanel } from './state-panel.tsx'
import { type DemoSettings, toSearch } from './url-settings.ts'

interface CardProps {
  readonly state: DemoState
  readonly settings: DemoSettings
  readonly words: Words
}

/** One state: its name, what it is for, and the panel in it, once the card is near the window. */
export function Card({ state, settings, words }: CardProps) {
  const { theme, density, latency, fault } = settings
  const card = useRef<HTMLElement>(null)
  const near = useNear(card)
  const alone = settings.state === state.id
  return (
    <article className="demo-card" id={state.id} ref={card} aria-labelledby={`${state.id}-name`}>
      <h3 className="demo-card-name" id={`${state.id}-name`}>
        <a href={toSearch({ ...settings, state: alone ? null : state.id })}>{state.name}</a>
      </h3>
      <p className="demo-card-text">{state.description}</p>
      <div className="demo-frame">
        {near && (
          <StatePanel
            key={[words.locale, latency, fault].join()}
            state={state}
            conditions={{ latencyMs: Number(latency), fault }}
            words={words}
            theme={theme}
            density={density}
          />
        )}
      </div>
    </article>
  )
}

/** Whether the element has ever been within a window's height of what is on screen. */
function useNear(element: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(false)
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true)
      },
      { rootMargin: '100% 0%' },
    )
    if (element.current) observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return near
}
