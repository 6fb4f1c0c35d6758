import type { Urgency } from './quota/urgency.ts'

/** Who waits for an answer of the service. More may join while it waits, so urgency and patience can grow. */
export interface Asker {
  readonly urgency: Urgency
  /** On the clock that never goes back: a call that cannot leave by then would come too late. */
  readonly startBy: number
  /** Aborts at the deadline, or when nobody waits any more. */
  readonly signal: AbortSignal
}

/** Whether it was the deadline that ended the waiting, and not the caller. */
export function isOverdue({ reason }: AbortSignal): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
}

interface AskerSettings {
  readonly urgency: Urgency
  /** Milliseconds on a clock that never goes back. */
  readonly now: () => number
  readonly deadlineMs: number
  /** Whose signal aborts when the caller goes away, where there is one. */
  readonly caller?: { readonly signal: AbortSignal }
}

// The last fifth of the time is for the answer itself.
const waitingShare = 0.8

// One for all: each of its own would be made with a stack trace that nobody reads.
const overdue = new DOMException('The deadline has passed.', 'TimeoutError')

/** An asker who has this long for everything: the wait for its turn, and the answer. */
export function createAsker(settings: AskerSettings): OwnAsker {
  return new OwnAsker(settings)
}

// A class: V8 makes a hidden class of its own for each object literal with a getter, in memory that it seldom tidies.
class OwnAsker implements Asker {
  readonly urgency: Urgency
  readonly startBy: number
  readonly #settings: AskerSettings
  readonly #endsAt: number
  #ends: AbortController | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(settings: AskerSettings) {
    const { urgency, now, deadlineMs } = settings
    const askedAt = now()
    this.urgency = urgency
    this.startBy = askedAt + deadlineMs * waitingShare
    this.#settings = settings
    this.#endsAt = askedAt + deadlineMs
  }

  // Made when it is needed: who gets an answer that is kept needs none, and it costs as much as that answer.
  get signal(): AbortSignal {
    this.#ends ??= this.#start()
    return this.#ends.signal
  }

  /** The answer is there: nobody waits any more. Not to be told is no harm, a timer then runs to the deadline. */
  done(): void {
    clearTimeout(this.#timer)
  }

  #start(): AbortController {
    const { caller, now } = this.#settings
    const ends = controllerOf(caller?.signal)
    this.#timer = setTimeout(() => ends.abort(overdue), this.#endsAt - now()).unref()
    return ends
  }
}

// AbortSignal.timeout() and any() do the same at several times the cost.
function controllerOf(caller: AbortSignal | undefined): AbortController {
  const controller = new AbortController()
  if (caller?.aborted) controller.abort(caller.reason)
  caller?.addEventListener('abort', () => controller.abort(caller.reason), { once: true })
  return controller
}
