import { QueryClient } from '@tanstack/react-query'
import { onTestFinished } from 'vitest'
import { CasesError } from '../../cases/cases-problem.ts'
import { type Call, createScriptedBackend, page, templates } from '../../cases/testing/scripted-backend.ts'
import { createVisibility } from '../../cases/testing/visibility-switch.ts'
import type { DeskState } from '../../contact/contact-source.ts'
import { createMemorySource } from '../../contact/memory-source.ts'
import { watchDesk } from '../watch-desk.ts'
import { contactOf } from './desk-builders.ts'

const answerAll = (call: Call) => call.answer(call.route === 'templates' ? templates('General') : page(['case-1']))

/** A watched desk, over a backend that answers by a rule. */
export function watched(initial: DeskState, rule: (call: Call) => void = answerAll, shown = true) {
  const backend = createScriptedBackend(rule)
  const queryClient = new QueryClient()
  const source = createMemorySource(initial)
  const visibility = createVisibility(shown)
  const unwatch = watchDesk({ source, client: backend.client, queryClient, visibility })
  onTestFinished(unwatch)
  const queries = () => queryClient.getQueryCache().getAll()
  return {
    ...backend,
    queryClient,
    source,
    visibility,
    unwatch,
    asked: () => backend.calls.filter((call) => call.contactArn !== null).map((call) => call.contactArn),
    /** What is in memory: the ARNs of contacts whose cases are, and of everything else its kind. */
    remembered: () =>
      queries()
        .filter((query) => query.state.data !== undefined)
        .map(({ queryKey }) => (queryKey[0] === 'contact-cases' ? queryKey[2] : queryKey[0])),
    failures: () => queries().map(({ state: { error } }) => (error instanceof CasesError ? error.problem.code : null)),
    /** Contacts whose cases are to be read again when they are viewed. */
    due: () =>
      queries()
        .filter(({ state }) => state.isInvalidated)
        .map(({ queryKey }) => queryKey[2]),
  }
}

export const ringing = contactOf('c-1', { phase: 'connecting' })
