import { expect, test } from 'vitest'
import { SeedError } from './serve-simulator.ts'
import { createSimulator } from './simulator.ts'

const seed = {
  accountId: '111122223333',
  region: 'us-east-1',
  instanceId: 'i-1',
  domains: [{ contacts: [{ contactId: 'c-1', label: '</script><b>$& — 1 case' }] }],
}

test('simulators started at once each serve the page, with nothing to load from elsewhere', async () => {
  const simulators = await Promise.all([1, 2, 3].map(() => createSimulator({ seed })))
  expect(new Set(simulators.map(({ url }) => url)).size).toBe(3)
  for (const { ccpUrl, close } of simulators) {
    const html = await (await fetch(ccpUrl)).text()
    const assets = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path ?? '')
    const answers = await Promise.all(
      assets.filter((path) => path !== 'data:,').map((path) => fetch(new URL(path, ccpUrl))),
    )
    expect(answers.map(({ status, headers }) => [status, headers.get('content-type')])).toEqual([
      [200, 'text/javascript; charset=utf-8'],
      [200, 'text/css; charset=utf-8'],
    ])
    await close()
  }
})

test('the page is given the shift that it offers', async () => {
  const { ccpUrl, close } = await createSimulator({ seed, script: [{ ring: { as: 'a', channel: 'chat' } }] })
  expect(await (await fetch(ccpUrl)).text()).toContain('"shift":[{"ring":{"as":"a","channel":"chat"}}]')
  await close()
})

test('a label cannot break out of the page', async () => {
  const { ccpUrl, close } = await createSimulator({ seed })
  const html = await (await fetch(ccpUrl)).text()
  expect(html).toContain(String.raw`"label":"\u003c/script>\u003cb>$& — 1 case"`)
  await close()
})

test('the address alone leads to the softphone, and an unknown one says what there is', async () => {
  const { url, ccpUrl, workspaceUrl, close } = await createSimulator({ seed })
  expect((await fetch(`${url}/`)).url).toBe(ccpUrl)
  expect((await fetch(`${url}/workspace`)).url).toBe(workspaceUrl)
  expect(await (await fetch(workspaceUrl)).text()).toContain('<title>Agent workspace (simulated)</title>')
  const unknown = await fetch(`${url}//nowhere`)
  expect([unknown.status, await unknown.text()]).toEqual([
    404,
    'Not found. The softphone is at /ccp-v2/, the agent workspace at /workspace/.\n',
  ])
  await close()
})

test('a wrong seed is refused with its place, a wrong script with its step, and a busy port by name', async () => {
  await expect(createSimulator({ seed: { ...seed, domains: [{ contacts: [{}] }] } })).rejects.toThrow(
    new SeedError('domains[0].contacts[0]: a contact needs a contactId or a contactArn'),
  )
  await expect(createSimulator({ seed, script: [{ dance: 'a' }] })).rejects.toThrow(/^step 1: not one of the verbs/)
  const { url, close } = await createSimulator({ seed })
  await expect(createSimulator({ seed, port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE')
  await close()
})
