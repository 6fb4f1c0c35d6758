import { createContext, type ReactNode, use, useCallback, useState } from 'react'
import { ShortcutHelp } from './shortcut-help.tsx'
import { useShortcut } from './use-shortcuts.ts'

const OpenHelpContext = createContext<() => void>(() => {})

/** Opens the list of keys. */
export function useOpenHelp(): () => void {
  return use(OpenHelpContext)
}

/** Where the list of keys appears: above everything else of the panel, by a button or by its key. */
export function ShortcutHelpHost({ children }: { readonly children: ReactNode }) {
  const [isOpen, setIsOpen] = useState(false)
  const open = useCallback(() => setIsOpen(true), [])
  useShortcut('help', open)
  return (
    <OpenHelpContext value={open}>
      {children}
      {isOpen && <ShortcutHelp onClose={() => setIsOpen(false)} />}
    </OpenHelpContext>
  )
}
