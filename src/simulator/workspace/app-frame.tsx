import { useCallback } from 'react'
import type { Frames } from './frames.ts'
import { type AppSession, hasFrame, type Stage } from './protocol/app-session.ts'

interface AppFrameProps {
  readonly session: AppSession
  readonly viewed: boolean
  readonly appUrl: string
  readonly frames: Frames
}

const notes: Partial<Record<Stage, string>> = {
  silent: 'The app does not answer. It is shown in case it still does.',
  closed: 'The app has closed.',
  failed: 'The app has failed.',
}

/** The workspace's default ("Iframe permissions", Agent Workspace Developer Guide). */
const sandbox = 'allow-forms allow-popups allow-same-origin allow-scripts'

/** One instance of the app. Out of sight it is hidden and not unloaded, so that it goes on where it was. */
export function AppFrame({ session, viewed, appUrl, frames }: AppFrameProps) {
  const { frameId, scope, stage, reason } = session
  const attach = useCallback(
    (frame: HTMLIFrameElement) => {
      frames.set(frameId, frame)
      return () => void frames.delete(frameId)
    },
    [frames, frameId],
  )
  const name = scope.type === 'contact' ? `App for contact ${scope.contactId}` : 'App without a contact'
  return (
    <section aria-label={name} className="app" hidden={!viewed} data-stage={stage}>
      {notes[stage] && (
        <p role="status">
          {notes[stage]} {reason}
        </p>
      )}
      {hasFrame(session) && <iframe ref={attach} title={name} src={appUrl} sandbox={sandbox} />}
    </section>
  )
}
