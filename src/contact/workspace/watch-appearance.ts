import * as z from 'zod/mini'
import type { HostAppearance } from '../host-appearance.ts'
import type { Ask } from './ask.ts'
import type { WorkspaceProvider } from './workspace-sdk.ts'

// `SettingsClient` of the SDK's repository speaks so; its package, @amazon-connect/user, is not on npm.
const namespace = 'aws.connect.user'
const languageMessage = z.object({ language: z.nullable(z.string()) })
const modeMessage = z.object({ visualMode: z.enum(['light', 'dark', 'auto']) })

type Change = (changes: Partial<HostAppearance>) => void

/** Follows light and dark; whoever subscribes is told the mode at once, as there is no request for it. */
export function watchTheme(provider: WorkspaceProvider, change: Change): void {
  subscribe(provider, 'visualModeChange', (data) => {
    const parsed = modeMessage.safeParse(data)
    if (parsed.success) change({ theme: parsed.data.visualMode === 'auto' ? 'system' : parsed.data.visualMode })
  })
}

/** Follows the agent's language; the app must be allowed `User.Configuration.View`. */
export async function watchLanguage(provider: WorkspaceProvider, ask: Ask, change: Change): Promise<void> {
  const take = (data: unknown) => {
    const parsed = languageMessage.safeParse(data)
    if (parsed.success) change({ locale: parsed.data.language?.replaceAll('_', '-') ?? null })
  }
  subscribe(provider, 'languageChange', take)
  const answer = await ask(() => provider.getProxy().request(namespace, 'getLanguage'))
  if (answer.status === 'answered') take(answer.value)
}

function subscribe(provider: WorkspaceProvider, key: string, take: (data: unknown) => void): void {
  provider.subscribe({ namespace, key }, async (data) => take(data))
}
