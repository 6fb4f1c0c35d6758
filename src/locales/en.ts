import type { PluralMessage } from './plural.ts'

const plurals = {
  caseCount: { one: '{count} case', other: '{count} cases' },
  loadedCount: { one: '{count} case loaded', other: '{count} cases loaded' },
  loadedCountOfMore: {
    one: '{count} case loaded, there are more',
    other: '{count} cases loaded, there are more',
  },
  moreCases: { one: '{count} more case', other: '{count} more cases' },
} satisfies Record<string, PluralMessage>

/** What the panel says in English. Other languages have the same keys. */
export const en = {
  locale: 'en',
  ...plurals,
  panel: 'Contact cases',
  noCases: 'No cases',
  caseList: 'Cases',
  inAll: '{more}, {count} in all',
  loading: 'Loading cases',
  loadMore: 'Load more',
  loadingMore: 'Loading more',
  retry: 'Try again',
  allLoaded: 'All cases are loaded',
  contactId: 'Contact {id}',
  fromInitialContact: 'Linked before the transfer',
  transferred: 'Transferred',
  opensInNewTab: 'opens in a new tab',
  templateWithoutName: 'Template {id}',
  inactive: 'Inactive',
  unlisted: 'No longer listed',
  channels: { voice: 'Voice', chat: 'Chat', task: 'Task', email: 'Email' },
  phases: {
    incoming: 'Incoming',
    connecting: 'Connecting',
    connected: 'Connected',
    paused: 'Paused',
    missed: 'Missed',
    afterCallWork: 'After contact work',
    ended: 'Ended',
  },
  connecting: { title: 'Connecting', text: 'Waiting for the contact control panel to answer.' },
  noContact: { title: 'No contact', text: 'Cases appear here as soon as a contact arrives.' },
  empty: { title: 'No cases', text: 'No case is linked to this contact.' },
  restFailed: 'Not all cases could be loaded.',
  deskProblems: {
    signed_out: { title: 'You are signed out', text: 'Sign in to the contact control panel to see cases here.' },
    access_denied: {
      title: 'No access to the contact control panel',
      text: 'Ask your administrator to give you access, then load this page again.',
    },
    no_answer: {
      title: 'The contact control panel does not answer',
      text: 'Check that you are signed in and that pop-ups are allowed, then load this page again.',
    },
    stopped_answering: {
      title: 'The contact control panel stopped answering',
      text: 'Check your connection; if this message stays, load this page again.',
    },
    unsupported_host: {
      title: 'The panel cannot run here',
      text: 'Ask your administrator to check how this page is set up.',
    },
  },
  casesProblems: {
    title: 'Cases could not be loaded',
    invalid_request: 'The request was refused as not valid. Tell your administrator if this stays.',
    route_not_found: 'The server does not know this request. Ask your administrator to check the settings.',
    not_found: 'The contact or the domain was not found. Ask your administrator to check the settings.',
    method_not_allowed: 'The server does not know this request. Ask your administrator to check the settings.',
    cursor_expired: 'The list changed while it was read. Try again.',
    body_too_large: 'The request was refused as too large. Tell your administrator if this stays.',
    unsupported_media_type: 'The request was refused as not valid. Tell your administrator if this stays.',
    throttled: 'There are too many requests at this time. Wait a moment, then try again.',
    internal: 'The server failed. Try again.',
    upstream_denied: 'The server may not read cases. Ask your administrator to check its permissions.',
    upstream_invalid: 'Amazon Connect Cases gave an answer that cannot be read. Try again.',
    upstream_unavailable: 'Amazon Connect Cases is not available. Try again in a moment.',
    upstream_timeout: 'Amazon Connect Cases did not answer in time. Try again.',
    unreachable: 'The server cannot be reached. Check your connection, then try again.',
    unreadable_answer: 'The server gave an answer that cannot be read. Load this page again.',
    proxy_answer:
      'Something between you and the server answered instead. Check your sign-in, then load this page again.',
  },
}

/** The keys every language has. */
export type Messages = typeof en
