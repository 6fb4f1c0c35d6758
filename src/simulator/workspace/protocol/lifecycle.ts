import type { AppSession, WorkspaceMessage, World } from './app-session.ts'

export type LifecycleWord = 'create' | 'start' | 'stop' | 'destroy'

/** Tells an app of a turn in its life. The SDK reads `instanceId`, `config` and `scope`; their older names go along. */
export function lifecycle({ instanceId, scope }: AppSession, stage: LifecycleWord, world: World): WorkspaceMessage {
  const config = {
    name: 'Contact cases',
    namespace: 'third-party-app',
    permissions: [...world.settings.permissions],
    contactHandling: { scope: 'PER_CONTACT' },
  }
  return {
    type: 'appLifecycle',
    stage,
    appInstanceId: instanceId,
    instanceId,
    appConfig: config,
    config,
    scope,
    ...(scope.type === 'contact' && { contactScope: scope }),
    parameters: {},
    launchedBy: { type: 'internal' },
    // `arn:aws:connect:{region}:…`
    region: world.setup.instanceArn.split(':')[3],
  }
}
