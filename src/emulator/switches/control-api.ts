import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Call } from '../call-log.ts'
import type { Behaviour } from './behaviour.ts'
import { faultSchema } from './fault.ts'
import { type JsonReading, readJson } from './read-json.ts'
import { switchChanges } from './switches-schema.ts'

export interface ControlDeps {
  readonly behaviour: Pick<Behaviour, 'faults' | 'switches'>
  readonly calls: readonly Call[]
  reset(): Promise<void>
}

type Action = (body: string) => JsonReading<object> | Promise<JsonReading<object>>

/** Takes a request that changes or shows how the emulator behaves; false where the request is for something else. */
export type Control = (request: IncomingMessage, response: ServerResponse) => boolean

const prefix = '/_emulator/api/'

/** Switches, faults, calls and reset under `/_emulator/api/`. */
export function createControl({ behaviour: { switches, faults }, calls, reset }: ControlDeps): Control {
  const showSwitches = () => shown(switches.get())
  const showFaults = () => shown({ faults: faults.list })
  const actions: Readonly<Record<string, Action>> = {
    'GET switches': showSwitches,
    'PUT switches': (body) => changed(readJson(switchChanges, body), switches.set, showSwitches),
    'GET faults': showFaults,
    'POST faults': (body) => changed(readJson(faultSchema, body), faults.add, showFaults),
    'DELETE faults': () => {
      faults.clear()
      return showFaults()
    },
    'GET calls': () => shown({ calls }),
    'POST reset': async () => {
      await reset()
      return shown({})
    },
  }
  return (request, response) => {
    const { method, url = '' } = request
    if (!url.startsWith(prefix)) return false
    const action = actions[`${method} ${url.slice(prefix.length)}`]
    if (action === undefined) return false
    // A caller who goes away in the middle of a body is told nothing.
    void act(action, request, response).catch(() => response.destroy())
    return true
  }
}

function shown<T extends object>(value: T): JsonReading<T> {
  return { ok: true, value }
}

function changed<T>(reading: JsonReading<T>, change: (value: T) => void, show: Action): ReturnType<Action> {
  if (!reading.ok) return reading
  change(reading.value)
  return show('')
}

async function act(action: Action, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const result = await action(await text(request))
  response
    .writeHead(result.ok ? 200 : 400, { 'content-type': 'application/json' })
    .end(JSON.stringify(result.ok ? result.value : { message: result.message }))
}
