// biome-ignore-all lint/performance/noBarrelFile: the package's one entry point, and the only file that re-exports
export { type CasesClient, type CasesClientOptions, createCasesClient } from './cases/cases-client.ts'
export { contactCasesQuery } from './cases/contact-cases-query.ts'
export type { Visibility } from './cases/visibility.ts'
export type { AgentArn, ContactArn, ContactId } from './contact/contact-arn.ts'
export { contactArnOf, parseAgentArn, parseContactArn, parseContactId } from './contact/contact-arn.ts'
export type {
  Channel,
  ContactPhase,
  ContactSource,
  DeskContact,
  DeskProblem,
  DeskState,
} from './contact/contact-source.ts'
export type { HostAppearance } from './contact/host-appearance.ts'
export { createMemorySource, type MemorySource } from './contact/memory-source.ts'
export type { Snapshots } from './contact/snapshots.ts'
export { createStreamsSource, type StreamsSourceOptions } from './contact/streams/streams-source.ts'
export type { StartedApp } from './contact/workspace/start-app.ts'
export {
  createWorkspaceSource,
  type WorkspaceSource,
  type WorkspaceSourceOptions,
} from './contact/workspace/workspace-source.ts'
export { loadWords } from './locales/load-words.ts'
export type { Words } from './locales/words.ts'
export { ContactCases, type ContactCasesProps } from './panel/contact-cases.tsx'
export type { PanelTheme } from './panel/panel-root.tsx'
export {
  createPreferences,
  type PreferenceStorage,
  type PreferenceStore,
  type Preferences,
} from './panel/preferences.ts'
export { createSignIn } from './sign-in/create-sign-in.ts'
export type { SignedOutReason, SignIn, SignInState } from './sign-in/sign-in.ts'
