/** A request the emulator answered. */
export interface Call {
  /** Null where the path and method are of no operation. */
  readonly operation: string | null
  /** 0 where a fault keeps the answer for ever. */
  readonly status: number
  readonly ms: number
}

export interface CallLog {
  readonly calls: readonly Call[]
  add(call: Call): void
  clear(): void
}

/** Remembers the last calls, oldest first, and no more than `limit` of them. */
export function createCallLog(limit: number): CallLog {
  const calls: Call[] = []
  return {
    calls,
    add(call) {
      if (calls.length === limit) calls.shift()
      calls.push(call)
    },
    clear() {
      calls.length = 0
    },
  }
}
