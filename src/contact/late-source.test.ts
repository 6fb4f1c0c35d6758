import { expect, test, vi } from 'vitest'
import type { ContactSource, DeskState } from './contact-source.ts'
import { createLateSource } from './late-source.ts'
import { createMemorySource } from './memory-source.ts'

const failed: DeskState = { status: 'failed', problem: { code: 'signed_out', detail: '' } }

test('a source that is still being loaded connects, then says what the loaded one says', async () => {
  const loaded = createMemorySource(failed)
  const source = createLateSource(Promise.resolve(loaded))
  expect(source.getSnapshot()).toEqual({ status: 'connecting' })
  await vi.waitFor(() => expect(source.getSnapshot()).toBe(failed))
  loaded.set({ status: 'connecting' })
  expect(source.getSnapshot()).toEqual({ status: 'connecting' })
})

test('who waits for the source is told when it is there', async () => {
  const told = vi.fn()
  createLateSource(Promise.resolve(createMemorySource(failed))).subscribe(told)
  await vi.waitFor(() => expect(told).toHaveBeenCalledOnce())
})

test('a source that does not arrive is a problem with its cause', async () => {
  const loading = Promise.reject<ContactSource>(new TypeError('Failed to fetch'))
  const source = createLateSource(loading)
  await vi.waitFor(() =>
    expect(source.getSnapshot()).toMatchObject({
      status: 'failed',
      problem: { code: 'no_answer', detail: expect.stringContaining('Failed to fetch') },
    }),
  )
})
