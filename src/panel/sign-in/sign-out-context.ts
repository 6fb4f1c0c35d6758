import { createContext, use } from 'react'

/** Signs the agent out; null: nobody signs in here. */
export const SignOutContext = createContext<(() => void) | null>(null)

export function useSignOut(): (() => void) | null {
  return use(SignOutContext)
}
