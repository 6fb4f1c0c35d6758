import { type Answer, failure } from '../answer.ts'
import { domainArnIn, instanceArnIn } from '../arns.ts'
import { type HttpRequest, serviceOf } from '../respond.ts'
import type { Match } from '../router.ts'
import type { Seed } from '../seed-schema.ts'
import { type Access, checkSignature } from './check-signature.ts'
import { createFaultPlan, type FaultPlan } from './fault-plan.ts'
import { createLatency } from './latency.ts'
import { checkedValue } from './read-json.ts'
import { type SwitchChanges, type Switches, switchChanges, usualSwitches } from './switches-schema.ts'
import { createThrottle } from './throttle.ts'

/** The switches of a running emulator. */
export interface SwitchBoard {
  get(): Switches
  /** Sets those that are given; throws where one is not as it must be. */
  set(changes: SwitchChanges): void
}

/** How the emulator behaves beside what it knows. */
export interface Behaviour {
  readonly switches: SwitchBoard
  readonly faults: FaultPlan
  /** How long the next call of the operation waits, in milliseconds. */
  latencyOf(operation: string): number
  /** What is said to a caller who may not ask this, or not now; null where it may. The clock is the service's. */
  refuse(request: HttpRequest, match: Match, clock: number): Answer | null
  /** As at the start, with full quotas. */
  reset(): void
}

interface BehaviourDeps {
  readonly account: Pick<Seed, 'accountId' | 'region' | 'instanceId'>
  readonly start: SwitchChanges
  /** Milliseconds since 1970. */
  now(): number
}

export function createBehaviour({ account, start, now }: BehaviourDeps): Behaviour {
  const faults = createFaultPlan()
  let switches = usualSwitches
  let admits = createThrottle(switches.quotas, now)
  let latencyOf = createLatency(switches.latency)
  const set: SwitchBoard['set'] = (changes) => {
    const given = checkedValue(switchChanges, changes)
    switches = { ...switches, ...given }
    // What is not given goes on where it is: buckets keep their fill, and latencies their place in the sequence.
    if (given.quotas !== undefined) admits = createThrottle(switches.quotas, now)
    if (given.latency !== undefined) latencyOf = createLatency(switches.latency)
  }
  const reset = () => {
    faults.clear()
    set({ ...usualSwitches, ...start })
  }
  reset()
  return {
    switches: { get: () => switches, set },
    faults,
    latencyOf: (operation) => latencyOf(operation),
    refuse(request, match, clock) {
      const { keys } = switches
      const refusal = keys === 'off' ? null : checkSignature(request, keys, accessTo(match, account, clock))
      return refusal ?? (admits(match.operation.name) ? null : failure('ThrottlingException', 'Rate exceeded'))
    },
    reset,
  }
}

function accessTo({ operation, labels: { domainId } }: Match, account: BehaviourDeps['account'], now: number): Access {
  const service = serviceOf(operation)
  const resource = service === 'connect' ? instanceArnIn(account) : domainId && domainArnIn(account, domainId)
  return { service, operation: operation.name, resource: resource ?? '*', ...account, now }
}
