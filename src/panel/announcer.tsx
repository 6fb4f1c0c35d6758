import { createContext, type ReactNode, use, useState } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Says a text to people who listen to the page, once, when there is a pause. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}

/** The panel's one live region, and everything that may speak through it. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState('')
  return (
    <AnnounceContext value={setText}>
      {children}
      <p className="contact-cases-unseen" role="status">
        {text}
      </p>
    </AnnounceContext>
  )
}
