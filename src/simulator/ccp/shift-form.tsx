import { useState } from 'react'
import { randomShift } from '../desk/random-shift.ts'
import type { ScriptStep } from '../desk/script.ts'

interface ShiftFormProps {
  /** The script that the simulator was started with, if any. */
  readonly offered: unknown
  play(script: unknown): Promise<void>
}

/** Plays a script: the one offered, one from a file, one written here, or a random one at a pace to watch. */
export function ShiftForm({ offered, play }: ShiftFormProps) {
  const [text, setText] = useState(() => scriptText(Array.isArray(offered) ? offered : example))
  const [seed, setSeed] = useState(1)
  const [outcome, setOutcome] = useState('')
  const playing = outcome === 'Playing…'

  const start = () => {
    setOutcome('Playing…')
    playText(text, play).then(setOutcome, (error: unknown) => setOutcome(String(error)))
  }
  const writeRandom = () => {
    setText(scriptText(atWatchingPace(randomShift(seed, 30))))
    setSeed(seed + 1)
  }
  return (
    <details className="shift" open={offered !== undefined}>
      <summary>Play a shift</summary>
      <label>
        Script
        <textarea rows={4} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <label>
        From a file
        <input type="file" accept=".json" onChange={(event) => void event.target.files?.[0]?.text().then(setText)} />
      </label>
      <div className="buttons">
        <button type="button" disabled={playing} onClick={start}>
          Play
        </button>
        <button type="button" disabled={playing} onClick={writeRandom}>
          Random shift {seed}
        </button>
      </div>
      {outcome && <p role="status">{outcome}</p>}
    </details>
  )
}

/** How it went. */
async function playText(text: string, play: ShiftFormProps['play']): Promise<string> {
  await play(JSON.parse(text))
  return 'Played to the end.'
}

const example: ScriptStep[] = [
  { ring: { as: 'a', channel: 'chat' } },
  { accept: 'a' },
  { waitUntil: { contact: 'a', phase: 'connected' } },
]

/** One step a line. */
function scriptText(steps: readonly unknown[]): string {
  return `[\n${steps.map((step) => `  ${JSON.stringify(step)}`).join(',\n')}\n]`
}

function atWatchingPace(steps: readonly ScriptStep[]): ScriptStep[] {
  return steps.flatMap((step) => [step, { pauseMs: 700 }])
}
