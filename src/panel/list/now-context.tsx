import { createContext, type ReactNode, use } from 'react'
import { useNow } from '../use-now.ts'

const NowContext = createContext(0)

/** The time that the whole list goes by, in milliseconds since 1970: no two rows may disagree about it. */
export function useListNow(): number {
  return use(NowContext)
}

/** Tells the time twice a minute to what is inside, which is all that renders for it. */
export function NowProvider({ children }: { readonly children: ReactNode }) {
  return <NowContext value={useNow(30_000)}>{children}</NowContext>
}
