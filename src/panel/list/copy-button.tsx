import { useEffect, useState } from 'react'
import { useAnnounce } from '../announcer.tsx'
import { useCaseLinks } from '../case-links.tsx'
import { Icon } from '../icon.tsx'
import { IconButton } from '../icon-button.tsx'
import { useWords } from '../words-context.tsx'

interface CopyButtonProps {
  readonly what: 'reference' | 'link'
  readonly text: string
}

const signs = { reference: 'copy', link: 'link' } as const
const keys = { reference: 'C', link: 'L' } as const
const confirmMs = 2000

/** Copies a text and says in its own place whether that worked. */
export function CopyButton({ what, text }: CopyButtonProps) {
  const { messages } = useWords()
  const { copy } = useCaseLinks()
  const announce = useAnnounce()
  const [outcome, setOutcome] = useState<'none' | 'copied' | 'copyFailed'>('none')

  useEffect(() => {
    if (outcome === 'none') return
    const timer = setTimeout(() => setOutcome('none'), confirmMs)
    return () => clearTimeout(timer)
  }, [outcome])

  async function press() {
    const done = (await copy(text)) ? 'copied' : 'copyFailed'
    setOutcome(done)
    announce(messages.actions[done])
  }

  return (
    <span className="contact-cases-action" data-press={what}>
      <IconButton
        label={what === 'reference' ? messages.actions.copyReference : messages.actions.copyLink}
        keys={keys[what]}
        icon={<Icon name={outcome === 'copied' ? 'done' : outcome === 'copyFailed' ? 'alert' : signs[what]} />}
        onPress={press}
        tabIndex={-1}
      />
      {outcome === 'copyFailed' && (
        <span className="contact-cases-action-note" aria-hidden="true">
          {messages.actions.copyFailed}
        </span>
      )}
    </span>
  )
}
