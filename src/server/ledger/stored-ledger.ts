import { z } from 'zod'
import { fail, type Result, succeed } from '../result.ts'
import type { Store } from '../store/store.ts'
import type { LedgerStore, Written } from './ledger-store.ts'

const key = 'ledger'

// The store's own clock, and the id of its run, which is another after a restart and after a failover: nobody's
// commands can be mistaken for those of another run. A script that writes after TIME needs Redis 5, or any Valkey.
const read = `
local function page()
  local time = redis.call('TIME')
  local run = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)') or ''
  return run, time[1] * 1000 + math.floor(time[2] / 1000), redis.call('GET', KEYS[1])
end
local run, now, text = page()
`

const readScript = `${read}return { 1, run, now, text }`

// ARGV: run, text as it was read ('' where there was none), the new one, not after. A day without a visit ends it.
const replaceScript = `${read}
if run ~= ARGV[1] or (text or '') ~= ARGV[2] or now > tonumber(ARGV[4]) then return { 0, run, now, text } end
redis.call('SET', KEYS[1], ARGV[3], 'PX', 86400000)
return { 1, run, now, ARGV[3] }`

const written = z
  .tuple([z.literal([0, 1]), z.string(), z.number(), z.string().nullable()])
  .transform(([kept, run, now, text]): Written => ({ kept: kept === 1, page: { run, now, text } }))

/** The ledger in the store, one text under one key: it changes as a whole, or not at all. */
export function createStoredLedger(store: Store): LedgerStore {
  async function ask(script: string, args: readonly string[] = []): Promise<Result<Written, 'away'>> {
    const reply = await store.run(script, [key], args)
    if (!reply.ok) return reply
    const parsed = written.safeParse(reply.value)
    return parsed.success ? succeed(parsed.data) : fail('away')
  }
  return {
    async read() {
      const answer = await ask(readScript)
      return answer.ok ? succeed(answer.value.page) : answer
    },
    replace: (page, text, notAfter) => ask(replaceScript, [page.run, page.text ?? '', text, String(notAfter)]),
  }
}
