/** Who asks: an agent whose token was verified, or, where the server runs without sign-in, whoever reaches it. */
export type Viewer = Agent | { readonly kind: 'anyone' }

export interface Agent {
  readonly kind: 'agent'
  readonly issuer: string
  /** Who it is at the issuer; never given to another person there. */
  readonly subject: string
  /** Who it is in Amazon Connect: what the claim of the settings holds, a username or a user id. */
  readonly user: string
  readonly isSupervisor: boolean
}

export const anyone: Viewer = { kind: 'anyone' }

/** Whose a sealed text is. What was sealed for anyone is no agent's. */
export type Owner = readonly [] | readonly [issuer: string, subject: string]

/** Issuer and subject: a subject alone is only unique at its issuer. */
export function ownerOf(viewer: Viewer): Owner {
  return viewer.kind === 'anyone' ? [] : [viewer.issuer, viewer.subject]
}
