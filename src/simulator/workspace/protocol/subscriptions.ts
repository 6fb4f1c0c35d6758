import type { Topic } from './app-message.ts'
import type { AppSession, Turn, WorkspaceMessage, World } from './app-session.ts'
import { type ContactEvent, channelType, initialContactId } from './contact-events.ts'
import { isAllowed, type Permission, type Settings } from './settings.ts'

const contactNamespace = 'aws.connect.contact'
const userNamespace = 'aws.connect.user'

/** The same function subscribed twice comes twice with one handler id, and counts once. */
export function subscribe(
  session: AppSession,
  { topic, handlerId }: { topic: Topic; handlerId: string },
  world: World,
): Turn {
  if (!isAllowed(world.settings, topicPermission(topic))) return { session, says: [denial(topic)] }
  const others = session.subscriptions.filter((one) => one.handlerId !== handlerId || !sameTopic(one.topic, topic))
  const subscribed = { ...session, subscriptions: [...others, { topic, handlerId }] }
  // The theme package never asks for the mode: unless told now, an app that opens in a dark workspace stays light.
  const isMode = topic.namespace === userNamespace && topic.key === 'visualModeChange'
  const data = { visualMode: world.settings.visualMode }
  return { session: subscribed, says: isMode ? [{ type: 'publish', topic, handlerId, data }] : [] }
}

/** Sent once no handler is left for the topic. */
export function unsubscribe(session: AppSession, topic: Topic): AppSession {
  return { ...session, subscriptions: session.subscriptions.filter((one) => !sameTopic(one.topic, topic)) }
}

/**
 * An event of a contact for each subscription to it. A topic without a parameter is about the contact that the app
 * was opened for, and the published topic must be the subscribed one, or the SDK drops it.
 */
export function publishContactEvent(session: AppSession, { key, contact }: ContactEvent): WorkspaceMessage[] {
  const own = session.scope.type === 'contact' ? session.scope.contactId : null
  const data = {
    contactId: contact.contactId,
    initialContactId: initialContactId(contact),
    ...channelType(contact),
  }
  return session.subscriptions
    .filter(({ topic }) => topic.namespace === contactNamespace && topic.key === key)
    .filter(({ topic }) => (topic.parameter ?? own) === contact.contactId)
    .map(({ topic, handlerId }) => ({ type: 'publish', topic, handlerId, data }))
}

/** What changed in the settings, for each subscription to it. */
export function publishSettings(session: AppSession, before: Settings, after: Settings): WorkspaceMessage[] {
  return session.subscriptions.flatMap(({ topic, handlerId }) => {
    const data = topic.namespace === userNamespace && settingsData(topic.key, before, after)
    return data ? [{ type: 'publish', topic, handlerId, data }] : []
  })
}

function settingsData(key: string, before: Settings, after: Settings): object | null {
  if (key === 'visualModeChange' && before.visualMode !== after.visualMode) return { visualMode: after.visualMode }
  if (key !== 'languageChange' || before.language === after.language) return null
  return { language: after.language, previous: { language: before.language } }
}

/** What an app must be allowed to hear of a topic; null: nothing. */
function topicPermission({ namespace, key }: Topic): Permission | null {
  if (namespace === userNamespace) return key === 'languageChange' ? 'User.Configuration.View' : null
  if (namespace !== contactNamespace) return null
  // `onConnecting` asks for everything (Agent Workspace Developer Guide); of `onIncoming` the guide does not say.
  return key === 'contact/connecting' ? '*' : 'Contact.Details.View'
}

function sameTopic(a: Topic, b: Topic): boolean {
  return a.namespace === b.namespace && a.key === b.key && a.parameter === b.parameter
}

/** The sentence is documented ("Troubleshooting", Agent Workspace Developer Guide), how it is sent is not. */
function denial(topic: Topic): WorkspaceMessage {
  return {
    type: 'error',
    key: 'noPermission',
    message: `App attempted to subscribe to topic without permission - Topic ${JSON.stringify(topic)}`,
    isFatal: false,
    status: { initialized: true },
    details: { topic },
  }
}
