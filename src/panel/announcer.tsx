import { createContext, Fragment, type ReactNode, use, useState } from 'react'

const AnnounceContext = createContext<(text: string) => void>(() => {})

/** Says a text to people who listen to the page, once, when there is a pause. */
export function useAnnounce(): (text: string) => void {
  return use(AnnounceContext)
}

/** The panel's one live region, and everything that may speak through it. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', count: 0 })
  const [announce] = useState(() => (text: string) => setSaid(({ count }) => ({ text, count: count + 1 })))
  return (
    <AnnounceContext value={announce}>
      {children}
      <p className="contact-cases-unseen" role="status">
        {/* A text node of its own each time: a text that is said again is a change only then. */}
        <Fragment key={said.count}>{said.text}</Fragment>
      </p>
    </AnnounceContext>
  )
}
