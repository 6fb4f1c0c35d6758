import { expect, test } from 'vitest'
import { emptyDesk } from '../../desk/desk.ts'
import type { Step } from '../../desk/phases.ts'
import { type DeskAction, reduceDesk } from '../../desk/reduce-desk.ts'
import { contactEvents } from './contact-events.ts'

/** The keys of the events while a contact rings and takes these steps. */
function keys(channel: 'voice' | 'task' | 'queue_callback', steps: readonly Step[]): string[] {
  const contact = { contactId: 'c-1', channel, queueName: 'Support', label: 'Maria', phase: 'incoming' } as const
  const actions: DeskAction[] = [
    { type: 'ring', at: 0, contact },
    ...steps.map((step) => ({ type: 'step', at: 0, step, contactId: 'c-1' }) as const),
  ]
  let desk = emptyDesk('ada', 0, 0)
  return actions.flatMap((action) => {
    const before = desk
    desk = reduceDesk(desk, action)
    return contactEvents(before, desk).map(({ key }) => key.replace('contact/', ''))
  })
}

test('a contact is told of from its ring to its end', () => {
  expect(keys('voice', ['accept', 'connect', 'end', 'close'])).toEqual([
    'incoming',
    'connecting',
    'connected',
    'acw',
    'cleared',
    'destroy',
  ])
})

test('a callback is pending before it connects', () => {
  expect(keys('queue_callback', ['accept', 'dial', 'connect'])).toEqual([
    'incoming',
    'pending',
    'connecting',
    'connected',
  ])
})

test('missed and rejected are one event, and an error is another', () => {
  expect(keys('voice', ['miss'])).toEqual(['incoming', 'missed'])
  expect(keys('voice', ['reject'])).toEqual(['incoming', 'missed'])
  expect(keys('voice', ['fail'])).toEqual(['incoming', 'error'])
})

test('a pause is told of neither when it begins nor when it ends', () => {
  expect(keys('task', ['accept', 'connect', 'pause', 'resume', 'end']).slice(3)).toEqual(['acw'])
})
