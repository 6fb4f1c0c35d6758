import { createClient } from '@redis/client'
import { fail, type Result, succeed } from '../result.ts'
import { commandMs, type Reply, type Store } from './store.ts'

interface RedisSettings {
  /** redis:// or rediss:// (TLS), with a password and a number of a database where there is one. */
  readonly url: string
  /** Before every key. */
  readonly prefix: string
}

// An instance that comes back does so well within the time that newcomers wait for it: seats.ts has it.
const reconnectMs = 250
const connectMs = 1_000
// The ledger is read four times a second: who is silent for that long hangs.
const silentMs = 1_500
// More than are asked in `silentMs`; bounds memory while the store hangs.
const mostUnderWay = 5_000

/** A store in Redis or Valkey. It connects by itself, again and again; nothing waits for that. */
export function createRedisStore({ url, prefix }: RedisSettings): Store {
  const client = createClient({
    url,
    // What is asked while the connection is away fails at once, and is not sent when it is back.
    disableOfflineQueue: true,
    commandsQueueMaxLength: mostUnderWay,
    maintNotifications: 'disabled',
    socket: { connectTimeout: connectMs, socketTimeout: silentMs, reconnectStrategy: () => reconnectMs },
  })
  let whyAway = 'TIMEOUT'
  const note = (error: unknown) => {
    whyAway = reasonOf(error)
  }
  const triedOnce = new Promise<void>((resolve) => {
    client.once('ready', resolve)
    // Each fails what was asked too, which is where it is heard. Without a listener Node would end the process.
    client.on('error', (error) => {
      note(error)
      resolve()
    })
  })
  void client.connect().catch(note)

  async function run(script: string, keys: readonly string[], args: readonly string[]): Promise<Result<Reply, 'away'>> {
    await triedOnce // who comes in the moment of the start is not told that the store is away
    if (!client.isReady) return fail('away')
    try {
      return succeed(
        toReply(await client.eval(script, { keys: keys.map((key) => prefix + key), arguments: [...args] })),
      )
    } catch (error) {
      note(error)
      return fail('away')
    }
  }

  return {
    run: (script, keys, args = []) => inTime(run(script, keys, args), () => note(new Error('TIMEOUT'))),
    whyAway: () => whyAway,
    close() {
      client.destroy()
    },
  }
}

/** The client has no time limit for a command that was sent. */
function inTime(asked: Promise<Result<Reply, 'away'>>, onLate: () => void): Promise<Result<Reply, 'away'>> {
  return new Promise((resolve) => {
    // Where this process stood still, the answer may be there: timers come before sockets, and setImmediate after both.
    const giveUp = () => {
      onLate()
      resolve(fail('away'))
    }
    const timer = setTimeout(() => setImmediate(giveUp), commandMs)
    void asked.then((reply) => {
      clearTimeout(timer)
      resolve(reply)
    })
  })
}

function toReply(reply: unknown): Reply {
  if (Array.isArray(reply)) return reply.map(toReply)
  return typeof reply === 'number' || typeof reply === 'string' ? reply : null
}

/** The first word of Redis' own errors, else the code of the system's: what follows may quote anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const [word = ''] = error.message.split(' ', 1)
  if (/^[A-Z]{3,20}$/.test(word)) return word
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
