import { isAnswering } from '../desk/desk.ts'
import type { DeskSetup } from '../desk/setup.ts'
import { announcements, type WireMessage } from './announcements.ts'
import { answerHost } from './answer-host.ts'
import type { DeskStore } from './desk-store.ts'
import { parseHostMessage } from './host-message.ts'

/** Connects the desk to the page that frames this one, as Amazon's CCP does; opened by itself it talks to nobody. */
export function connectToHost(setup: DeskSetup, store: DeskStore): void {
  const host = window.parent
  if (host === window) return

  // Like a CCP, the page does not know its host's origin beforehand; there is nothing secret in what it says.
  const send = (message: WireMessage) => host.postMessage(message, '*')
  const sendAll = (messages: readonly WireMessage[]) => messages.forEach(send)

  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== host || !isAnswering(store.getDesk(), Date.now())) return
    const message = parseHostMessage(data)
    if (!message) return
    const { action, replies } = answerHost(message, store.getDesk(), Date.now())
    if (action) store.dispatch(action)
    sendAll(replies)
  })

  store.watch((before, after) => sendAll(announcements(setup, before, after, Date.now())))
  sendAll(announcements(setup, null, store.getDesk(), Date.now()))
  answerLater(setup, store, sendAll)
}

/** Where the page was told to answer only after a while, it speaks up by itself then. */
function answerLater(setup: DeskSetup, store: DeskStore, sendAll: (messages: readonly WireMessage[]) => void): void {
  const { answersFrom } = store.getDesk()
  const wait = (answersFrom ?? 0) - Date.now()
  if (wait <= 0) return
  setTimeout(() => {
    if (store.getDesk().answersFrom === answersFrom) sendAll(announcements(setup, null, store.getDesk(), Date.now()))
  }, wait)
}
