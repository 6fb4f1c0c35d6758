import { type Fault, faultSchema } from './fault.ts'
import { type JsonReading, readJson } from './read-json.ts'
import { type SwitchChanges, switchChanges } from './switches-schema.ts'

/** The options of the command line that set switches and add faults, as `parseArgs` takes them. */
export const switchOptions = {
  quotas: { type: 'string' },
  latency: { type: 'string' },
  'link-delay': { type: 'string' },
  'token-lifetime': { type: 'string' },
  fault: { type: 'string', multiple: true },
} as const

interface Given {
  readonly quotas?: string
  readonly latency?: string
  readonly 'link-delay'?: string
  readonly 'token-lifetime'?: string
  readonly fault?: readonly string[]
}

export interface StartBehaviour {
  readonly switches: SwitchChanges
  readonly faults: readonly Fault[]
}

/** What these options say, or one sentence that names the one that is wrong. */
export function readSwitchOptions(given: Given): JsonReading<StartBehaviour> {
  let switches: SwitchChanges = {}
  for (const [option, json] of Object.entries(switchesJson(given))) {
    if (json === undefined) continue
    const reading = readJson(switchChanges, json)
    if (!reading.ok) return { ok: false, message: `--${option}: ${reading.message}` }
    switches = { ...switches, ...reading.value }
  }
  const faults: Fault[] = []
  for (const json of given.fault ?? []) {
    const reading = readJson(faultSchema, json)
    if (!reading.ok) return { ok: false, message: `--fault: ${reading.message}` }
    faults.push(reading.value)
  }
  return { ok: true, value: { switches, faults } }
}

/** Each option as the JSON of its switch. Quotas may be a word and a latency a number, for short. */
function switchesJson({ quotas, latency, ...given }: Given): Record<string, string | undefined> {
  const json = (name: string, value: string | undefined) => value && `{ "${name}": ${value} }`
  return {
    quotas: json('quotas', quotas?.replace(/^\w*$/, '"$&"')),
    latency: json('latency', latency?.replace(/^\d+$/, '{ "*": { "kind": "fixed", "ms": $& } }')),
    'link-delay': json('linkDelayMs', given['link-delay']),
    'token-lifetime': json('tokenLifetimeMs', given['token-lifetime']),
  }
}
