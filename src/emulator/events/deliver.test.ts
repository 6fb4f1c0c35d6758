import { expect, test } from 'vitest'
import { createDelivery } from './deliver.ts'

test('events are posted one after the other, in order', async () => {
  const { deliver, bodies } = delivery(async () => true)
  deliver({ n: 1 })
  deliver({ n: 2 })
  await expect.poll(() => bodies, { interval: 1 }).toEqual(['{"n":1}', '{"n":2}'])
})

test('an event that is not taken is tried again, later each time, before the next one', async () => {
  let refusals = 2
  const { deliver, bodies, waits } = delivery(async () => refusals-- <= 0)
  deliver({ n: 1 })
  deliver({ n: 2 })
  await expect.poll(() => bodies, { interval: 1 }).toEqual(['{"n":1}', '{"n":1}', '{"n":1}', '{"n":2}'])
  expect(waits).toEqual([200, 2_000])
})

test('after three attempts an event is dropped, and the next one has its turn', async () => {
  const { deliver, bodies } = delivery(() => Promise.reject(new Error('refused')))
  deliver({ n: 1 })
  deliver({ n: 2 })
  const thrice = (body: string) => [body, body, body]
  await expect.poll(() => bodies, { interval: 1 }).toEqual([...thrice('{"n":1}'), ...thrice('{"n":2}')])
})

test('a target that answers nothing keeps no more than 1,000 events waiting', async () => {
  let answer = (_: boolean) => {}
  const { deliver, bodies } = delivery(() => (bodies.length > 1 ? Promise.resolve(true) : silence()))
  function silence() {
    return new Promise<boolean>((resolve) => {
      answer = resolve
    })
  }
  for (let n = 0; n < 1_500; n++) deliver({ n })
  answer(true)
  await expect.poll(() => bodies.at(-1), { interval: 1 }).toBe('{"n":1000}')
})

/** A delivery to a scripted target that waits for nothing. */
function delivery(target: () => Promise<boolean>) {
  const bodies: string[] = []
  const waits: number[] = []
  const deliver = createDelivery('http://target.test/', {
    post: (_, body) => {
      bodies.push(body)
      return target()
    },
    wait: async (ms) => void waits.push(ms),
  })
  return { deliver, bodies, waits }
}
