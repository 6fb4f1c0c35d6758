import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { caseDetailsResponse } from '../../src/contract/case-details.ts'
import { listCasesForContactResponse } from '../../src/contract/list-cases-for-contact.ts'
import { type Purpose, priorityOf } from '../../src/contract/urgency.ts'
import { createEmulator } from '../../src/emulator/emulator.ts'
import { accountQuotas, type Operation } from '../../src/server/quota/account-quotas.ts'
import type { Quota } from '../../src/server/quota/call-budget.ts'
import { startBff } from '../support/bff.ts'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'
import { manyContacts } from '../support/many-contacts.ts'
import { post } from '../support/server-app.ts'

interface Account {
  readonly seed?: ReturnType<typeof defaultSeed>
  readonly quotas?: Partial<Record<Operation, Quota>>
  readonly deadlineMs?: number
}

/** The server before an emulator that counts; both know the quotas of the same account. */
async function start({ seed = defaultSeed(), quotas = {}, deadlineMs = 5_000 }: Account = {}) {
  const emulator = await createEmulator({ seed, quotas: Object.keys(quotas).length === 0 ? 'on' : quotas })
  const bff = await startBff({ endpoint: emulator.url, deadlineMs, quotas: { ...accountQuotas, ...quotas } })
  onTestFinished(async () => {
    await bff.close()
    await emulator.close()
  })
  const [{ domainId } = { domainId: '' }] = seed.domains
  const send = (route: string, purpose: Purpose, body: object) => {
    const { headers, ...init } = post(body)
    const url = `${bff.url}/api/domains/${domainId}/${route}`
    return fetch(url, { ...init, headers: { ...Object(headers), ...priorityOf(purpose) } })
  }
  return {
    list: (contactArn: string, purpose: Purpose = 'shown') => send('list-cases-for-contact', purpose, { contactArn }),
    details: (body: object) => send('case-details', 'details', body),
    calls: (operation: Operation) => emulator.calls.filter((call) => call.operation === operation),
    throttled: () => emulator.calls.filter(({ status }) => status === 429),
  }
}

test('50 contacts ring at once: nobody is throttled by the service, and who comes back when told is answered', async () => {
  const { seed, contactArns } = manyContacts(50)
  const account = await start({ seed, quotas: { ListCasesForContact: { rate: 10, burst: 10 } }, deadlineMs: 1_500 })
  const listed = async (contactArn: string, tries = 1): Promise<{ tries: number; caseIds: string[] }> => {
    const answer = await account.list(contactArn, 'ringing')
    if (answer.status === 429 && tries < 3) {
      await sleep(Number(answer.headers.get('retry-after')) * 1_000)
      return listed(contactArn, tries + 1)
    }
    const { cases } = listCasesForContactResponse.parse(await answer.json())
    return { tries, caseIds: cases.map(({ caseId }) => caseId) }
  }
  const answers = await Promise.all(contactArns.map((contactArn) => listed(contactArn)))
  expect(answers.map(({ caseIds }) => caseIds)).toEqual(contactArns.map((_, n) => [`case-${n}`]))
  expect(new Set(answers.map(({ tries }) => tries))).toEqual(new Set([1, 2]))
  expect([account.calls('ListCasesForContact').length, account.throttled()]).toEqual([50, []])
}, 20_000)

test('on the quotas of a new account, a contact on screen goes before all that ring', async () => {
  const { seed, contactArns } = manyContacts(13)
  const account = await start({ seed, deadlineMs: 2_000 })
  const order: string[] = []
  const ask = async (contactArn: string, purpose: Purpose) => {
    const { status } = await account.list(contactArn, purpose)
    order.push(`${purpose} ${status}`)
  }
  const ringing = contactArns.slice(1).map((contactArn) => ask(contactArn, 'ringing'))
  await expect.poll(() => account.calls('ListCasesForContact').length).toBe(2)
  await Promise.all([ask(contactArns[0] ?? '', 'shown'), ...ringing])
  const served = order.filter((line) => line.endsWith(' 200'))
  // After the burst of two, and at most one more that was due meanwhile.
  expect(served.slice(2, 4)).toContain('shown 200')
  expect(served.length).toBeGreaterThan(4)
  expect(served.length + order.filter((line) => line.endsWith(' 429')).length).toBe(13)
  expect(account.throttled()).toEqual([])
}, 20_000)

test('details that wait for their own quota hold up no list, and one answer serves all who ask the same', async () => {
  const seed = defaultSeed()
  const { contactArn, caseIds } = contactWithCases(seed, 10)
  const other = contactWithCases(seed, 3).contactArn
  const account = await start({ seed, deadlineMs: 2_000 })
  const [page] = await Promise.all([account.list(contactArn), account.list(contactArn, 'ringing')])
  const { detailsToken } = listCasesForContactResponse.parse(await page.json())
  const order: string[] = []
  const ask = async (name: string, asking: Promise<Response>) => {
    const answer = await asking
    order.push(`${name} ${answer.status}`)
    return answer
  }
  const pairs = caseIds.flatMap((one, at) => caseIds.slice(at + 1).map((two) => [one, two]))
  const details = pairs.map((pair) => ask('details', account.details({ detailsToken, caseIds: pair })))
  await expect.poll(() => account.calls('SearchCases').length).toBeGreaterThanOrEqual(10)
  await ask('list', account.list(other))
  const first = await (await details[0])?.json()
  await Promise.all(details)
  expect(caseDetailsResponse.parse(first).results).toHaveLength(2)
  expect(order.slice(order.indexOf('list 200') + 1)).toContain('details 200')
  expect([account.calls('ListCasesForContact').length, account.throttled()]).toEqual([2, []])
}, 20_000)

test('a refresh that nobody asked for leaves a turn to whoever looks, and does not wait for one', async () => {
  const { seed, contactArns } = manyContacts(3)
  const account = await start({ seed })
  const [one = '', two = '', three = ''] = contactArns
  const refreshes = await Promise.all([account.list(one, 'refreshing'), account.list(two, 'refreshing')])
  expect(refreshes.map(({ status }) => status).toSorted()).toEqual([200, 429])
  expect((await account.list(three)).status).toBe(200)
  expect([account.calls('ListCasesForContact').length, account.throttled()]).toEqual([2, []])
})
