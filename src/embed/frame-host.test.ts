import { expect, test } from 'vitest'
import { parseAgentArn, parseContactArn, parseContactId } from '../contact/contact-arn.ts'
import type { DeskContact, DeskState } from '../contact/contact-source.ts'
import { createFrameSource } from '../contact/frame/create-frame-source.ts'
import { createMemorySource } from '../contact/memory-source.ts'
import { type FrameContactCasesOptions, frameContactCases } from './frame-host.ts'
import type { FrameWindow } from './frame-window.ts'

const origin = 'https://cases.example'
const desktopOrigin = 'https://desk.example'
const instance = 'arn:aws:connect:us-east-1:111122223333:instance/i-1'

function parsed<T>(value: T | null): T {
  if (value === null) throw new Error('it does not parse')
  return value
}

const contactOf = (id: string): DeskContact => ({
  contactArn: parsed(parseContactArn(`${instance}/contact/${id}`)),
  contactId: parsed(parseContactId(id)),
  initialContactArn: null,
  channel: 'chat',
  queueName: 'Billing',
  phase: 'connected',
  phaseSince: 5_000,
})

const deskOf = (...ids: string[]): DeskState => ({
  status: 'ready',
  agentArn: parsed(parseAgentArn(`${instance}/agent/ada`)),
  contacts: ids.map(contactOf),
  viewedContactId: ids[0] === undefined ? null : contactOf(ids[0]).contactId,
})

type Listener = (message: { readonly origin: string; readonly data: unknown }) => void

/** Two windows, one in the other; what one posts the other hears at once, if it is of that origin. */
function windows() {
  const hearing = { desktop: new Set<Listener>(), panel: new Set<Listener>() }
  const sent: unknown[] = []
  const carry = (to: Set<Listener>, from: string, at: string) => (message: unknown, target: string) => {
    sent.push(message)
    if (target !== at) return
    for (const listener of [...to]) listener({ origin: from, data: structuredClone(message) })
  }
  const frame: FrameWindow = {
    post: carry(hearing.panel, desktopOrigin, origin),
    listen(listener) {
      hearing.desktop.add(listener)
      return () => void hearing.desktop.delete(listener)
    },
  }
  return {
    frame,
    sent,
    /** The panel's page in the frame; another takes the place of the one before, as after a reload. */
    openPanel() {
      hearing.panel.clear()
      return createFrameSource({
        embedders: [desktopOrigin],
        around: {
          origin: desktopOrigin,
          post: carry(hearing.desktop, origin, desktopOrigin),
          listen: (listener) => void hearing.panel.add(listener),
        },
        timers: { setTimeout: () => {} },
        log: () => {},
      })
    },
    /** Something that the frame's window says. */
    say(data: unknown, from = origin) {
      for (const listener of hearing.desktop) listener({ origin: from, data })
    },
  }
}

// Where there is a `frame`, no element is touched.
const iframe = {} as HTMLIFrameElement

function connect(between = windows(), options: Partial<FrameContactCasesOptions> = {}) {
  const source = createMemorySource(deskOf())
  const logged: string[] = []
  const log = (message: string) => void logged.push(message)
  const host = frameContactCases(iframe, { origin, source, frame: between.frame, log, ...options })
  return { ...between, source, host, logged }
}

test('the panel shows the desk of the desktop, and follows it', () => {
  const { source, openPanel } = connect()
  const panel = openPanel()
  expect(panel.getSnapshot()).toEqual(deskOf())
  for (const state of [
    deskOf('c-1', 'c-2'),
    deskOf('c-2'),
    { status: 'failed', problem: { code: 'signed_out', detail: 'bye' } },
    { status: 'connecting' },
    deskOf('c-3'),
  ] as const satisfies DeskState[]) {
    source.set(state)
    expect(panel.getSnapshot()).toEqual(state)
  }
})

test('a panel that is loaded again is told again', () => {
  const { source, openPanel } = connect()
  openPanel()
  source.set(deskOf('c-1'))
  expect(openPanel().getSnapshot()).toEqual(deskOf('c-1'))
})

test('a frame is told nothing before it greets', () => {
  const { source, sent } = connect()
  source.set(deskOf('c-1'))
  expect(sent).toEqual([])
})

test('looks go to the panel with its first desk, and when they change', () => {
  const { host, openPanel } = connect(windows(), { theme: 'dark', locale: 'de' })
  const panel = openPanel()
  expect(panel.appearance.getSnapshot()).toEqual({ theme: 'dark', locale: 'de' })
  host.setAppearance({ theme: 'light' })
  expect(panel.appearance.getSnapshot()).toEqual({ theme: 'light', locale: null })
})

test('a desktop that opens cases says so, and is told which', () => {
  const opened: string[] = []
  const { openPanel } = connect(windows(), { onOpenCase: (caseId) => void opened.push(caseId) })
  const panel = openPanel()
  expect(panel.opensCases.getSnapshot()).toBe(true)
  panel.tell({ type: 'openCase', caseId: 'case-1' })
  expect(opened).toEqual(['case-1'])
  expect(connect().openPanel().opensCases.getSnapshot()).toBe(false)
})

test('the desktop is told what changes, and what goes wrong', () => {
  const told: unknown[] = []
  const tell = (event: unknown) => void told.push(event)
  const panel = connect(windows(), { onCasesChanged: tell, onProblem: tell }).openPanel()
  const change = { contactArn: contactOf('c-1').contactArn, loaded: 3, hasMore: false }
  const problem = { kind: 'cases', code: 'throttled', requestId: null }
  panel.tell({ type: 'casesChanged', ...change })
  panel.tell({ type: 'problem', ...problem })
  expect(told).toEqual([change, problem])
})

test('a desktop that disconnects empties the panel, and says no more; another takes its place', () => {
  const between = windows()
  const first = connect(between)
  const panel = between.openPanel()
  first.source.set(deskOf('c-1'))
  first.host.disconnect()
  expect(panel.getSnapshot()).toEqual({ status: 'connecting' })
  first.source.set(deskOf('c-2'))
  expect(panel.getSnapshot()).toEqual({ status: 'connecting' })
  const second = connect(between)
  second.say({ protocol: 'contact-cases', version: 1, type: 'ready', versions: [1] })
  second.source.set(deskOf('c-3'))
  expect(panel.getSnapshot()).toEqual(deskOf('c-3'))
})

test('a page of another origin in the frame is neither heard nor told', () => {
  const { say, sent, source } = connect()
  say({ protocol: 'contact-cases', version: 1, type: 'ready', versions: [1] }, 'https://evil.example')
  source.set(deskOf('c-1'))
  expect(sent).toEqual([])
})

test('what the panel cannot read, and what the desktop cannot, is said in the log', () => {
  const { say, logged } = connect()
  say({ protocol: 'contact-cases', version: 1, type: 'error', message: 'desk: it is odd', versions: [1] })
  say({ protocol: 'contact-cases', version: 2, type: 'ready', versions: [2] })
  say('something else')
  expect(logged).toEqual([
    'The framed panel refused a message. desk: it is odd.',
    'A message of the framed panel cannot be read. version: only 1 of the protocol is known here.',
  ])
})

test.each(['https://cases.example/', 'cases.example', '*', ''])('the origin %j is refused in one sentence', (wrong) => {
  expect(() => connect(windows(), { origin: wrong })).toThrow(
    `frameContactCases: origin must be like https://cases.example.com, not ${JSON.stringify(wrong)}`,
  )
})
