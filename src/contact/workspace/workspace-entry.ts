import { AmazonConnectApp } from '@amazon-connect/app'
import { AgentClient, ContactClient } from '@amazon-connect/contact'
import type { WorkspaceProvider, WorkspaceSdk } from './workspace-sdk.ts'

/** The SDK's classes. Import this file lazily: a page outside the workspace never needs it. */
export const workspaceSdk: WorkspaceSdk = {
  init: (config) => AmazonConnectApp.init(config).provider,
  clientsOf(provider) {
    const config = { provider: toSdkProvider(provider) }
    return { agent: new AgentClient(config), contact: new ContactClient(config) }
  },
}

/** A page that has started its own app may have another copy of the SDK: its clients ask a provider for no more than this. */
function toSdkProvider(provider: WorkspaceProvider): AmazonConnectApp {
  return provider as AmazonConnectApp
}
