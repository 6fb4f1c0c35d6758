import type { StateGroup } from './demo-state.ts'
import { type DemoSettings, toSearch } from './url-settings.ts'

interface StateIndexProps {
  readonly groups: readonly StateGroup[]
  readonly settings: DemoSettings
}

/** All states by name: links to their cards on the page, or to each alone where one is shown alone. */
export function StateIndex({ groups, settings }: StateIndexProps) {
  const linkTo = (id: string) => (settings.state === null ? `#${id}` : toSearch({ ...settings, state: id }))
  return (
    <nav className="demo-index" aria-label="States">
      <a href={toSearch({ ...settings, state: null })}>All states</a>
      {groups.map((group) => (
        <div key={group.name}>
          <p className="demo-index-group">{group.name}</p>
          <ul>
            {group.states.map(({ id, name }) => (
              <li key={id}>
                <a href={linkTo(id)} aria-current={settings.state === id ? 'page' : undefined}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
