/** Why somebody may look: for the audit. */
export type Ground = 'own' | 'transferred' | 'supervisor' | 'no_sign_in'
