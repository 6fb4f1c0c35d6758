import { useState } from 'react'
import type { CasesView } from '../../cases/cases-view.ts'
import { retryAt } from '../../cases/retry-at.ts'
import { fill } from '../../locales/plural.ts'
import { Button } from '../button.tsx'
import { FocusArea, type LostFocus } from '../focus-area.tsx'
import { Icon } from '../icon.tsx'
import { Wait } from '../wait.tsx'
import { useWords } from '../words-context.tsx'
import { useOnline } from './use-online.ts'

interface StaleStripProps {
  readonly view: Extract<CasesView, { status: 'rows' | 'empty' }>
  readonly lostFocus: LostFocus
  readonly onRefresh: () => void
}

/** Says that what is on screen is of an earlier time, where it could not be read again. */
export function StaleStrip({ view, lostFocus, onRefresh }: StaleStripProps) {
  const { messages, time } = useWords()
  const online = useOnline()
  const refresh = useSettled(view.refresh)
  const failed = refresh.status === 'failed' ? refresh : null
  if (failed === null && online) return null
  const offline = !online || failed?.problem.code === 'unreachable'
  const due = failed === null || view.refresh.status === 'running' ? null : retryAt(failed)
  return (
    <FocusArea className="contact-cases-strip" lost={lostFocus}>
      <Icon name="alert" />
      <p className="contact-cases-strip-text" role="status">
        {fill(offline ? messages.refresh.offline : messages.refresh.failed, { time: time(view.readAt) })}
      </p>
      {due !== null && <Wait until={due} onElapsed={onRefresh} />}
      {failed !== null && <Button label={messages.retry} onPress={onRefresh} />}
    </FocusArea>
  )
}

/** How the last refresh ended: while the next one runs, the strip stays where it is. */
function useSettled(refresh: StaleStripProps['view']['refresh']) {
  const [settled, setSettled] = useState(refresh)
  if (refresh.status !== 'running' && refresh !== settled) setSettled(refresh)
  return refresh.status === 'running' ? settled : refresh
}
