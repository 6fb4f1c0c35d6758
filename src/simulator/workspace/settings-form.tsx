import { languages, permissions, type Settings, visualModes } from './protocol/settings.ts'
import type { WorkspaceApi } from './protocol/workspace-api.ts'

interface SettingsFormProps {
  readonly settings: Settings
  readonly answering: boolean
  readonly workspaceApi: WorkspaceApi
}

/** What the app finds around it: theme, language, permissions, and a workspace that answers or does not. */
export function SettingsForm({ settings, answering, workspaceApi }: SettingsFormProps) {
  const { visualMode, language, permissions: allowed } = settings
  return (
    <section aria-label="Settings" className="settings">
      <label>
        Theme
        <select
          value={visualMode}
          onChange={({ target }) => visualModes.filter((mode) => mode === target.value).forEach(workspaceApi.setTheme)}
        >
          {visualModes.map((mode) => (
            <option key={mode}>{mode}</option>
          ))}
        </select>
      </label>
      <label>
        Language
        <select
          value={language ?? ''}
          onChange={({ target }) => workspaceApi.setLanguage(languages.find((code) => code === target.value) ?? null)}
        >
          <option value="">none chosen</option>
          {languages.map((code) => (
            <option key={code}>{code}</option>
          ))}
        </select>
      </label>
      <fieldset>
        <legend>The app may use</legend>
        {permissions.map((permission) => (
          <label key={permission} className="check">
            <input
              type="checkbox"
              checked={allowed.includes(permission)}
              onChange={({ target }) => {
                const others = allowed.filter((one) => one !== permission)
                workspaceApi.setPermissions(target.checked ? [...others, permission] : others)
              }}
            />
            {permission === '*' ? 'Everything (*)' : permission}
          </label>
        ))}
      </fieldset>
      <button type="button" onClick={answering ? workspaceApi.stopAnswering : workspaceApi.answer}>
        {answering ? 'Stop answering' : 'Answer again'}
      </button>
    </section>
  )
}
