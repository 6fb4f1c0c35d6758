import type { MouseEvent, ReactNode } from 'react'
import { useCaseLinks } from '../case-links.tsx'

interface CaseOpenerProps {
  readonly caseId: string
  readonly className: string
  readonly label?: string
  readonly tooltip?: string
  readonly children: ReactNode
}

/** What opens a case: the host where it offers that, otherwise a link to a new tab; null where neither is there. */
export function CaseOpener({ caseId, className, label, tooltip, children }: CaseOpenerProps) {
  const { urlOf, onOpenCase, onLink } = useCaseLinks()
  const url = urlOf(caseId)
  // Out of the page's tab order: the list is one stop, and its keys lead here.
  const shared = { className, 'aria-label': label, 'data-tooltip': tooltip, tabIndex: -1 }
  if (url === null) {
    if (onOpenCase === null) return null
    return (
      <button type="button" onClick={() => onOpenCase(caseId)} {...shared}>
        {children}
      </button>
    )
  }
  function open(event: MouseEvent) {
    onLink?.(caseId)
    // With a modifier the browser opens the address its own way: in a tab behind, in a window.
    if (onOpenCase === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onOpenCase(caseId)
  }
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" onClick={open} {...shared}>
      {children}
    </a>
  )
}
