import { keepPreviousData, QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen, within } from '@testing-library/react'
import { Component, type ReactNode, useLayoutEffect } from 'react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { arnOf } from '../../cases/testing/arns.ts'
import { type Call, createScriptedBackend, details, page } from '../../cases/testing/scripted-backend.ts'
import type { DeskState } from '../../contact/contact-source.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import type { SignIn, SignInState } from '../../sign-in/sign-in.ts'
import { ContactCases } from '../contact-cases.tsx'
import { answerBy } from '../testing/answer-by.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { caseIds } from '../testing/render-panel.tsx'
import { ContactCasesProvider, type ContactCasesSetup } from './contact-cases-provider.tsx'
import { useContactCases } from './use-contact-cases.ts'
import { useDesk } from './use-desk.ts'

const viewed = deskOf([contactOf('c-1')], 'c-1')

interface DesktopOptions extends Partial<Pick<ContactCasesSetup, 'queryClient' | 'signIn'>> {
  readonly rule: (call: Call) => void
  readonly desk?: DeskState
}

/** A desktop of parts that share a provider. */
function renderDesktop(parts: ReactNode, { rule, desk = viewed, ...setup }: DesktopOptions) {
  onTestFinished(cleanup)
  const backend = createScriptedBackend(rule)
  const source = createMemorySource()
  const { unmount, container } = render(
    <ContactCasesProvider source={source} client={backend.client} {...setup}>
      {parts}
    </ContactCasesProvider>,
  )
  act(() => source.set(desk))
  return { ...backend, source, unmount, container }
}

/** A desktop's own part: the titles of the contact's cases, and whose they are. */
function Titles({ contactId, onCommit }: { readonly contactId?: string; readonly onCommit?: (text: string) => void }) {
  const cases = useContactCases(contactId === undefined ? undefined : { contactArn: arnOf(contactId) })
  const desk = useDesk()
  const rows = cases?.view.status === 'rows' ? cases.view.cases : []
  const titles = rows.map(({ caseId, details }) => (details.status === 'known' ? details.found.title : caseId))
  const text = cases ? `${cases.contact.contactId}: ${titles.join()}` : `nothing, ${desk.status}`
  useLayoutEffect(() => {
    onCommit?.(text)
  })
  return <p data-testid="own">{text}</p>
}

const own = () => screen.getByTestId('own').textContent
const answersOf = (...contactIds: readonly string[]) =>
  Object.fromEntries(
    contactIds.map((contactId) => [contactId, () => page([`of-${contactId}`], null, { detailsToken: contactId })]),
  )
const rule = (call: Call) => {
  if (call.route === 'case-details') call.answer(details(`of-${call.detailsToken}`))
  else answerBy(answersOf('c-1', 'c-2'))(call)
}

test('two panels and a part of the desktop’s own show the same cases, which are asked for once', async () => {
  const parts = (
    <>
      <ContactCases />
      <ContactCases density="compact" />
      <Titles />
    </>
  )
  const { calls, source } = renderDesktop(parts, { rule })
  await vi.waitFor(() => expect(own()).toBe('c-1: Title of of-c-1'))
  expect(caseIds()).toEqual(['of-c-1', 'of-c-1'])
  act(() => source.set(deskOf([contactOf('c-1', { phase: 'afterCallWork' })], 'c-1')))
  const asked = calls.map(({ route, contactArn }) => `${route} ${contactArn ?? ''}`.trim())
  expect(asked.toSorted()).toEqual(['case-details', `list-cases-for-contact ${arnOf('c-1')}`, 'templates'])
})

test('a part of the desktop follows the contact that is viewed, or names one; what left the desk is null', async () => {
  const both = [contactOf('c-1'), contactOf('c-2')]
  const parts = (
    <>
      <Titles />
      <section aria-label="the second">
        <Titles contactId="c-2" />
      </section>
    </>
  )
  const { source, container } = renderDesktop(parts, { rule, desk: deskOf(both, 'c-1') })
  const texts = () =>
    within(container)
      .getAllByTestId('own')
      .map((each) => each.textContent)
  await vi.waitFor(() => expect(texts()).toEqual(['c-1: Title of of-c-1', 'c-2: Title of of-c-2']))
  act(() => source.set(deskOf([contactOf('c-1')], 'c-1')))
  expect(texts()).toEqual(['c-1: Title of of-c-1', 'nothing, ready'])
  act(() => source.set(deskOf([])))
  expect(texts()).toEqual(['nothing, ready', 'nothing, ready'])
})

/** A desktop's client whose defaults would show one contact's cases as another's, or none at all. */
function desktopClient() {
  const queryClient = new QueryClient({
    defaultOptions: {
      queries: {
        placeholderData: keepPreviousData,
        initialData: { pages: [], pageParams: [] },
        enabled: false,
        staleTime: 0,
        gcTime: Number.POSITIVE_INFINITY,
        refetchInterval: 10,
        select: () => null,
        notifyOnChangeProps: [],
        queryKeyHashFn: (key: readonly unknown[]) => `desktop ${JSON.stringify(key)}`,
        persister: () => expect.unreachable(),
      },
    },
  })
  queryClient.setQueryData(['customers'], ['Ann'], {})
  return queryClient
}

test('in a desktop’s own query client nothing of a contact is left, and nothing of the desktop’s is touched', async () => {
  const queryClient = new QueryClient()
  queryClient.setQueryData(['customers'], ['Ann'])
  const { source, unmount } = renderDesktop(<ContactCases />, { rule, queryClient })
  const keys = () =>
    queryClient
      .getQueryCache()
      .getAll()
      .map(({ queryKey }) => JSON.stringify(queryKey))
  await vi.waitFor(() => expect(screen.getByText('Title of of-c-1')).toBeVisible())
  expect(keys().join()).toContain('c-1')
  act(() => source.set(deskOf([contactOf('c-2')], 'c-2')))
  await vi.waitFor(() => expect(screen.getByText('Title of of-c-2')).toBeVisible())
  expect(keys().join()).not.toContain('c-1')
  unmount()
  await vi.waitFor(() => expect(keys()).toEqual(['["customers"]']))
  expect(queryClient.getQueryData(['customers'])).toEqual(['Ann'])
})

test('the defaults of a desktop’s query client change nothing about cases', async () => {
  const { source, calls } = renderDesktop(<ContactCases />, { rule, queryClient: desktopClient() })
  await vi.waitFor(() => expect(screen.getByText('Title of of-c-1')).toBeVisible())
  const asked = calls.length
  act(() => source.set(deskOf([contactOf('c-1'), contactOf('c-9')], 'c-9')))
  expect(caseIds()).toEqual([])
  expect(screen.getByText('Loading cases')).toBeVisible()
  expect(calls.slice(asked).map((call) => call.contactArn)).toEqual([arnOf('c-9')])
})

test('whoever signs in next finds nothing of the one before in a client that both use, at no commit', async () => {
  let state: SignInState = { status: 'signedIn', subject: 'ann', session: 1 }
  const listeners = new Set<() => void>()
  const signIn: SignIn = {
    getSnapshot: () => state,
    subscribe(onChange) {
      listeners.add(onChange)
      return () => void listeners.delete(onChange)
    },
    signIn() {},
    signOut() {},
    fetch: () => expect.unreachable(),
  }
  const committed: string[] = []
  const parts = (
    <>
      <ContactCases />
      <Titles onCommit={(text) => committed.push(text)} />
    </>
  )
  let answers = true
  const once = (call: Call) => (answers ? rule(call) : undefined)
  renderDesktop(parts, { rule: once, queryClient: new QueryClient(), signIn })
  await vi.waitFor(() => expect(own()).toBe('c-1: Title of of-c-1'))
  answers = false
  committed.length = 0
  act(() => {
    state = { status: 'signedIn', subject: 'bob', session: 2 }
    for (const listener of [...listeners]) listener()
  })
  expect(committed).toEqual(['nothing, ready', 'c-1: '])
  expect(caseIds()).toEqual([])
})

class Catch extends Component<{ readonly children: ReactNode }> {
  override state = { message: '' }
  static getDerivedStateFromError = ({ message }: Error) => ({ message })
  override render() {
    return this.state.message || this.props.children
  }
}

test.for([
  [<ContactCases key="panel" />, /^<ContactCases>: there is no <ContactCasesProvider> above it\. Wrap .* or give/],
  [<Titles key="hook" />, /^useContactCases: there is no <ContactCasesProvider> above it\. Wrap [^,]*$/],
  [
    // @ts-expect-error: a panel has a set-up of its own, or none. Pages without types hear it from the error.
    <ContactCases key="half" source={createMemorySource()} />,
    /^<ContactCasesProvider> needs a `client`\. Make one with/,
  ],
] as const)('without what it needs, %#: the error says who needs what, and what to do', ([part, message]) => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(cleanup)
  onTestFinished(() => void vi.restoreAllMocks())
  const { container } = render(<Catch>{part}</Catch>)
  expect(container.textContent).toMatch(message)
})
