interface StartOptions {
  /** The page of the third-party app; null where the address names none that could be framed. */
  readonly appUrl: string | null
  readonly timeoutMs: number
  readonly agent: string
}

/**
 * What the page's address asks for: `?app=URL`; `&timeout=MS`, how long an app may take, 5 s unless told; and `&agent=LOGIN`,
 * who works here, `ada` unless told.
 */
export function startOptions(search: string): StartOptions {
  const query = new URLSearchParams(search)
  const app = query.get('app') ?? ''
  const timeout = query.get('timeout') ?? ''
  return {
    // Anything else, such as `javascript:`, would run in this page.
    appUrl: URL.canParse(app) && /^https?:$/.test(new URL(app).protocol) ? app : null,
    timeoutMs: /^\d{1,7}$/.test(timeout) ? Number(timeout) : 5000,
    agent: query.get('agent') || 'ada',
  }
}
