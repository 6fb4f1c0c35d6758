// biome-ignore-all lint/performance/noBarrelFile: the package's one entry point, and the only file that re-exports
export type { CaseDetails } from './cases/case-details.ts'
export type { CaseRow } from './cases/case-rows.ts'
export { type CasesClient, type CasesClientOptions, createCasesClient } from './cases/cases-client.ts'
export type { CasesProblem, CasesProblemCode } from './cases/cases-problem.ts'
export type { CasesView } from './cases/cases-view.ts'
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
export {
  createFrameSource,
  type FrameSource,
  type FrameSourceOptions,
} from './contact/frame/create-frame-source.ts'
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
export type { ContactCasesElement } from './embed/contact-cases-element.ts'
export { defineContactCases } from './embed/define-contact-cases.ts'
export { type FrameContactCasesOptions, type FramedContactCases, frameContactCases } from './embed/frame-host.ts'
export { type MountedContactCases, type MountOptions, mountContactCases } from './embed/mount-contact-cases.tsx'
export type { Formats, Strings } from './locales/adapt-words.ts'
export { loadWords } from './locales/load-words.ts'
export type { Words } from './locales/words.ts'
export { ContactCases, type ContactCasesProps } from './panel/contact-cases.tsx'
export type { CasesChange, PanelEvents, PanelProblem } from './panel/events/events-context.ts'
export type { PanelProps } from './panel/panel.tsx'
export type { PanelDensity, PanelTheme } from './panel/panel-root.tsx'
export {
  createPreferences,
  type PreferenceStorage,
  type PreferenceStore,
  type Preferences,
} from './panel/preferences.ts'
export {
  ContactCasesProvider,
  type ContactCasesProviderProps,
  type ContactCasesSetup,
} from './panel/provider/contact-cases-provider.tsx'
export { type ContactWithCases, useContactCases } from './panel/provider/use-contact-cases.ts'
export { useDesk } from './panel/provider/use-desk.ts'
export type { CaseAction, CaseSlot, ContactSlot, SlotName, Slots } from './panel/slots/slots-context.ts'
export { createSignIn } from './sign-in/create-sign-in.ts'
export type { SignedOutReason, SignIn, SignInState } from './sign-in/sign-in.ts'
