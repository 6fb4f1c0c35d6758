import { useLayoutEffect, useSyncExternalStore } from 'react'
import { ContactCard } from '../ccp/contact-card.tsx'
import { IncomingForm } from '../ccp/incoming-form.tsx'
import { useNow } from '../ccp/use-now.ts'
import { findContact } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import type { SimulatorApi } from '../desk/simulator-api.ts'
import { AppFrame } from './app-frame.tsx'
import { ContactTabs } from './contact-tabs.tsx'
import type { Frames } from './frames.ts'
import { MessageLog } from './message-log.tsx'
import { isViewed } from './protocol/app-session.ts'
import type { WorkspaceApi } from './protocol/workspace-api.ts'
import { SettingsForm } from './settings-form.tsx'
import type { WorkspaceStore } from './workspace-store.ts'

interface WorkspacePageProps {
  readonly setup: DeskSetup
  readonly store: WorkspaceStore
  readonly simulator: SimulatorApi
  readonly workspaceApi: WorkspaceApi
  readonly appUrl: string | null
  readonly frames: Frames
}

/** A small agent workspace: tabs of contacts, the viewed one, and the third-party app beside it. */
export function WorkspacePage({ setup, store, simulator, workspaceApi, appUrl, frames }: WorkspacePageProps) {
  const { desk, settings, sessions, answering } = useSyncExternalStore(store.watch, store.getWorkspace)
  const now = useNow()
  const viewed = desk.viewedContactId === null ? undefined : findContact(desk, desk.viewedContactId)
  const { visualMode } = settings
  useLayoutEffect(() => {
    document.documentElement.dataset['visualMode'] = visualMode
  }, [visualMode])
  return (
    <>
      <ContactTabs desk={desk} onView={simulator.view} />
      <div className="workspace">
        <aside aria-label="Contact and settings">
          {viewed ? (
            <ContactCard contact={viewed} viewed now={now} simulator={simulator} />
          ) : (
            <p className="quiet">No contact is viewed.</p>
          )}
          <IncomingForm setup={setup} desk={desk} simulator={simulator} />
          <SettingsForm settings={settings} answering={answering} workspaceApi={workspaceApi} />
          <MessageLog lines={workspaceApi.logs()} />
        </aside>
        <main aria-label="Third-party app">
          {appUrl === null && <p role="status">Name an app in the address: ?app=https://…</p>}
          {appUrl !== null &&
            sessions.map((session) => (
              <AppFrame
                key={session.frameId}
                session={session}
                viewed={isViewed(session, desk)}
                appUrl={appUrl}
                frames={frames}
              />
            ))}
        </main>
      </div>
    </>
  )
}
