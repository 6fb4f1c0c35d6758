/** What came of it, or one sentence that says why nothing did and what to do. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function fail(message: string): Result<never> {
  return { ok: false, message }
}
