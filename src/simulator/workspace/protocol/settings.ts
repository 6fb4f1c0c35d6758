/** How the workspace looks, and whether it leaves that to the system. */
export const visualModes = ['light', 'dark', 'auto'] as const

/** The languages of `SettingsClient`. */
export const languages = [
  'en_US',
  'de_DE',
  'es_ES',
  'fr_FR',
  'ja_JP',
  'it_IT',
  'ko_KR',
  'pt_BR',
  'zh_CN',
  'zh_TW',
] as const

/** What a third-party app can be allowed ("Permissions for third-party apps", Administrator Guide); `*` is everything. */
export const permissions = [
  'User.Details.View',
  'User.Configuration.View',
  'User.Status.View',
  'Contact.Details.View',
  'Contact.Attributes.View',
  '*',
] as const

export type VisualMode = (typeof visualModes)[number]
export type Language = (typeof languages)[number]
export type Permission = (typeof permissions)[number]

/** What a person can change while apps run. */
export interface Settings {
  readonly visualMode: VisualMode
  /** Null: the agent has chosen none. */
  readonly language: Language | null
  /** Permissions count from the next request or subscription; an app reads the list when it is created. */
  readonly permissions: readonly Permission[]
}

export const firstSettings: Settings = {
  visualMode: 'light',
  language: 'en_US',
  permissions: ['User.Details.View', 'User.Configuration.View', 'Contact.Details.View', 'Contact.Attributes.View'],
}

/** Null: nothing needs to be allowed. */
export function isAllowed({ permissions }: Settings, needed: Permission | null): boolean {
  return needed === null || permissions.includes(needed) || permissions.includes('*')
}
