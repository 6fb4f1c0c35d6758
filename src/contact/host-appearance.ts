/** How the host looks to its agent. */
export interface HostAppearance {
  /** The agent's language as a BCP 47 tag; null: not told, or none chosen. */
  readonly locale: string | null
  /** `system`: as the browser has it, or not told. */
  readonly theme: 'light' | 'dark' | 'system'
}

/** Of a host that says nothing, or has not yet. */
export const untoldAppearance: HostAppearance = { locale: null, theme: 'system' }
