import { z } from 'zod'
import { fail, type Result, succeed } from '../result.ts'
import type { Store } from '../store/store.ts'

/** What an instance finds that wants to know something. */
export type Notice =
  | { readonly kind: 'kept'; readonly text: string; readonly leftMs: number }
  /** The one who was waited for got no answer for anybody. */
  | { readonly kind: 'failed'; readonly text: string }
  /** That one asks just now. */
  | { readonly kind: 'wait'; readonly who: string }
  /** Nobody does: whoever hears this is to ask, and tells the others. */
  | { readonly kind: 'ask' }

/** Where instances see what the others know, and ask. All of it ends by itself. */
export interface QuestionBoard {
  look(question: string, who: string, urgency: number, waitedFor: string): Promise<Result<Notice, 'away'>>
  /** Still asking; how urgent it is to the most urgent who wait elsewhere. */
  goOn(question: string, who: string): Promise<Result<number, 'away'>>
  keep(question: string, who: string, text: string, keptMs: number): Promise<unknown>
  /** No answer. With a text: those who wait get it. Else the next of them asks. */
  giveUp(question: string, who: string, text: string | null): Promise<unknown>
}

// Who asks says so four times as often: after this time it is taken for dead, and the next asks.
const askingMs = 1_000
// Those who wait look many times in this.
const failedMs = 2_000

// KEYS: answer, who asks, failure of who was waited for. ARGV: who, urgency, how long that counts.
const lookScript = `
local kept = redis.call('GET', KEYS[1])
if kept then return { 'kept', kept, redis.call('PTTL', KEYS[1]) } end
local failed = redis.call('GET', KEYS[3])
if failed then return { 'failed', failed, 0 } end
local who = redis.call('HGET', KEYS[2], 'who')
if who then
  if tonumber(ARGV[2]) < tonumber(redis.call('HGET', KEYS[2], 'urgency')) then
    redis.call('HSET', KEYS[2], 'urgency', ARGV[2])
  end
  return { 'wait', who, 0 }
end
redis.call('HSET', KEYS[2], 'who', ARGV[1], 'urgency', ARGV[2])
redis.call('PEXPIRE', KEYS[2], ARGV[3])
return { 'ask', '', 0 }`

const goOnScript = `
if redis.call('HGET', KEYS[1], 'who') ~= ARGV[1] then return 7 end
redis.call('PEXPIRE', KEYS[1], ARGV[2])
return tonumber(redis.call('HGET', KEYS[1], 'urgency'))`

// KEYS: where the text goes, who asks. ARGV: who, text ('': none), how long it is kept.
const endScript = `
if ARGV[2] ~= '' then redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) end
if redis.call('HGET', KEYS[2], 'who') == ARGV[1] then redis.call('DEL', KEYS[2]) end
return 1`

const notice = z
  .tuple([z.enum(['kept', 'failed', 'wait', 'ask']), z.string(), z.number()])
  .transform(([kind, text, leftMs]): Notice => {
    if (kind === 'kept') return { kind, text, leftMs }
    if (kind === 'failed') return { kind, text }
    return kind === 'wait' ? { kind, who: text } : { kind }
  })

/** The board in the store. */
export function createQuestionBoard(store: Store): QuestionBoard {
  const answer = (question: string) => `answer:${question}`
  const asking = (question: string) => `asking:${question}`
  const failure = (who: string) => `failed:${who}`
  return {
    async look(question, who, urgency, waitedFor) {
      const keys = [answer(question), asking(question), failure(waitedFor)]
      return parsed(notice, await store.run(lookScript, keys, [who, String(urgency), String(askingMs)]))
    },
    goOn: async (question, who) =>
      parsed(z.number(), await store.run(goOnScript, [asking(question)], [who, String(askingMs)])),
    keep: (question, who, text, keptMs) =>
      store.run(endScript, [answer(question), asking(question)], [who, text, String(keptMs)]),
    giveUp: (question, who, text) =>
      store.run(endScript, [failure(who), asking(question)], [who, text ?? '', String(failedMs)]),
  }
}

/** What makes no sense is as good as no answer. */
function parsed<Value>(schema: z.ZodType<Value>, reply: Result<unknown, 'away'>): Result<Value, 'away'> {
  if (!reply.ok) return reply
  const value = schema.safeParse(reply.value)
  return value.success ? succeed(value.data) : fail('away')
}
