import { expect, test } from 'vitest'
import type { DeskState } from './contact-source.ts'
import { createMemorySource } from './memory-source.ts'

const connecting: DeskState = { status: 'connecting' }
const signedOut: DeskState = { status: 'failed', problem: { code: 'signed_out', detail: 'The agent signed out.' } }

test('a memory source begins connecting, or as it is told', () => {
  expect(createMemorySource().getSnapshot()).toEqual({ status: 'connecting' })
  expect(createMemorySource(signedOut).getSnapshot()).toBe(signedOut)
})

test('each subscriber hears of a change once, and of the same state not at all', () => {
  const source = createMemorySource(connecting)
  const heard: DeskState[] = []
  source.subscribe(() => heard.push(source.getSnapshot()))
  source.set(signedOut)
  source.set(signedOut)
  expect(heard).toEqual([signedOut])
})

test('a callback subscribed twice leaves once at a time', () => {
  const source = createMemorySource(connecting)
  let calls = 0
  const onChange = () => {
    calls += 1
  }
  const leave = source.subscribe(onChange)
  source.subscribe(onChange)
  leave()
  leave()
  source.set(signedOut)
  expect(calls).toBe(1)
})

test('who leaves while the others are being told misses nothing for them', () => {
  const source = createMemorySource(connecting)
  const heard: string[] = []
  const leave = source.subscribe(() => {
    heard.push('first')
    leave()
  })
  source.subscribe(() => heard.push('second'))
  source.set(signedOut)
  source.set(connecting)
  expect(heard).toEqual(['first', 'second', 'second'])
})
