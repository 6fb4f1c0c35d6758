import { AmazonConnectApp } from '@amazon-connect/app'
import { ConnectClient } from '@amazon-connect/core'
import { applyConnectTheme } from '@amazon-connect/theme'
import { AgentClient, ContactClient } from 'contact-1.0.12'

const seen = []
window.seen = seen
const see = (...words) => seen.push(words.join(' '))
const options = new URLSearchParams(location.search)

function start() {
  const { provider } = AmazonConnectApp.init({
    async onCreate({ context: { scope, region, config } }) {
      see('create', scope.type, scope.contactId ?? '-', region)
      window.granted = config.permissions
      if (options.has('failCreate')) throw new Error('the app is broken')
    },
    async onDestroy() {
      if (options.has('failDestroy')) throw new Error('the app is broken')
      if (options.has('stuck')) await new Promise(() => {})
    },
  })
  provider.onStart(async () => see('start'))
  provider.onStop(async () => see('stop'))
  provider.onError(({ key, message }) => see('error', key, message))
  provider.getProxy().onHealthCheckStatusChanged(async ({ status }) => see(status))
  window.app = provider
  window.applyTheme = () => applyConnectTheme(provider)
  listen(new ContactClient(provider))
  ask(new ContactClient(provider), new AgentClient({ provider }), new LanguageClient(provider))
}

function listen(contact) {
  const events = ['Incoming', 'Pending', 'Connecting', 'Connected', 'Missed', 'Error', 'StartingAcw', 'Cleared']
  for (const name of events) {
    const onEvent = async ({ contactId, initialContactId, type }) =>
      see(name, contactId, type, ...(initialContactId ? [`initial=${initialContactId}`] : []))
    contact[`on${name}`](onEvent)
  }
  let listener
  window.listenTo = (id) => {
    listener = async ({ contactId }) => see('also connected', contactId)
    // Twice: the SDK calls the same function once for an event.
    contact.onConnected(listener, id)
    contact.onConnected(listener, id)
  }
  window.stopListeningTo = (id) => contact.offConnected(listener, id)
}

/** Everything the app can ask; answers with what came, or with the key and the reason of the refusal. */
function ask(contact, agent, language) {
  const questions = {
    agentArn: () => agent.getARN(),
    agentName: () => agent.getName(),
    agentExtension: () => agent.getExtension(),
    initialContactId: (id) => contact.getInitialContactId(id),
    channelType: (id) => contact.getChannelType(id),
    attributes: (id) => contact.getAttributes(id, '*'),
    attribute: (id, name) => contact.getAttribute(id, name),
    language: () => language.getLanguage(),
  }
  window.ask = (name, ...values) => questions[name](...values).catch(({ errorKey, reason }) => `${errorKey}: ${reason}`)
  language.onLanguageChanged(async ({ language, previous }) => see('language', previous.language, 'to', language))
}

/** `SettingsClient` of `@amazon-connect/user`, as far as it is needed here. */
class LanguageClient extends ConnectClient {
  constructor(provider) {
    super('aws.connect.user', { provider })
  }

  async getLanguage() {
    const { language } = await this.context.proxy.request('getLanguage')
    return language
  }

  onLanguageChanged(handler) {
    this.context.proxy.subscribe({ key: 'languageChange' }, handler)
  }
}

if (!options.has('silent')) start()
