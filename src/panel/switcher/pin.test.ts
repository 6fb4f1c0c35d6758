import { expect, test } from 'vitest'
import type { DeskState } from '../../contact/contact-source.ts'
import { contactOf, deskOf } from '../testing/desk-builders.ts'
import { keptPin, type Pin, pinFor, shownContact } from './pin.ts'

const [first, second] = [contactOf('c-1'), contactOf('c-2')]
const desk = ready(deskOf([first, second], 'c-1'))
const pin: Pin = { agentArn: desk.agentArn, contactId: second.contactId }
const failed = (code: 'signed_out' | 'stopped_answering'): DeskState => ({
  status: 'failed',
  problem: { code, detail: '' },
})

function ready(state: DeskState) {
  if (state.status !== 'ready') throw new Error(`a desk that is ${state.status}`)
  return state
}

test('without a pin, the panel shows what the desk views', () => {
  expect(shownContact(null, desk)).toBe(first)
})

test('a pinned contact is shown whatever the desk views', () => {
  expect(shownContact(pin, desk)).toBe(second)
})

test('choosing the contact that the desk views follows the desk again', () => {
  expect(pinFor(second, desk)).toEqual(pin)
  expect(pinFor(first, desk)).toBeNull()
})

test('a pin goes when its contact leaves the desk', () => {
  expect(keptPin(pin, desk)).toBe(pin)
  expect(keptPin(pin, deskOf([first], 'c-1'))).toBeNull()
})

test("a pin is not the next agent's", () => {
  const next = ready(deskOf([first, second], 'c-1', 'agent-2'))
  expect(keptPin(pin, next)).toBeNull()
  expect(shownContact(pin, next)).toBe(first)
})

test('a pin outlives a desk that falls silent, not a sign-out', () => {
  expect(keptPin(pin, failed('stopped_answering'))).toBe(pin)
  expect(keptPin(pin, failed('signed_out'))).toBeNull()
})
