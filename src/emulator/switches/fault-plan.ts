import { type Fault, type FaultInput, faultSchema } from './fault.ts'
import { checkedValue } from './read-json.ts'
import { seededRandom } from './seeded-random.ts'

/** The faults to come. */
export interface FaultPlan {
  readonly list: readonly Fault[]
  /** Throws where it is no fault. */
  add(fault: FaultInput): void
  clear(): void
  /** The fault that strikes this call of the operation: the first one added that does. */
  next(operation: string): Fault | null
}

interface Planned {
  readonly fault: Fault
  strikes(): boolean
}

export function createFaultPlan(): FaultPlan {
  let planned: Planned[] = []
  return {
    get list() {
      return planned.map(({ fault }) => fault)
    },
    add(input) {
      const fault = checkedValue(faultSchema, input)
      planned.push({ fault, strikes: strikesOf(fault) })
    },
    clear() {
      planned = []
    },
    next(operation) {
      if (planned.length === 0) return null
      // Each counts the call, also where another one strikes it.
      const striking = planned
        .filter(({ fault }) => fault.operation === undefined || fault.operation === operation)
        .filter(({ strikes }) => strikes())
      return striking[0]?.fault ?? null
    },
  }
}

/** Asked once for each call that counts. */
function strikesOf({ when }: Fault): () => boolean {
  if (when === undefined) return () => true
  if ('share' in when) {
    const random = seededRandom(when.seed)
    return () => random() < when.share
  }
  let calls = 0
  return () => {
    calls += 1
    return 'call' in when ? calls === when.call : calls <= when.first
  }
}
