import { type ControlName, choices, type DemoSettings, parseSettings, toSearch } from './url-settings.ts'

interface ControlsProps {
  readonly settings: DemoSettings
  readonly onChange: (settings: DemoSettings) => void
}

const controls: readonly { readonly name: ControlName; readonly label: string }[] = [
  { name: 'lang', label: 'Language' },
  { name: 'theme', label: 'Theme' },
  { name: 'density', label: 'Density' },
  { name: 'width', label: 'Width' },
  { name: 'text', label: 'Text size' },
  { name: 'latency', label: 'Latency' },
  { name: 'fault', label: 'Fault' },
]

/** How the states are looked at. */
export function Controls({ settings, onChange }: ControlsProps) {
  function change(name: ControlName, value: string) {
    onChange(parseSettings(`${toSearch(settings)}&${new URLSearchParams({ [name]: value })}`))
  }
  return (
    <form className="demo-controls" aria-label="How to look at the states">
      {controls.map(({ name, label }) => (
        <label key={name} className="demo-control">
          {label}
          <select value={settings[name]} onChange={(event) => change(name, event.target.value)}>
            {choices[name].map((choice) => (
              <option key={choice} value={choice}>
                {nameOf(name, choice)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </form>
  )
}

const languages = new Intl.DisplayNames('en', { type: 'language' })
const standardTextSize = 14

function nameOf(control: ControlName, choice: string): string {
  switch (control) {
    case 'lang':
      if (choice === 'en-XA') return 'Pseudo: longer, accented'
      return choice === 'ar-XB' ? 'Pseudo: right to left' : (languages.of(choice) ?? choice)
    case 'width':
      return choice === 'fluid' ? 'fluid' : `${choice} px`
    case 'text':
      return `${(Number(choice) / standardTextSize) * 100} %`
    case 'latency':
      return `${Number(choice) / 1000} s`
    default:
      return choice
  }
}
