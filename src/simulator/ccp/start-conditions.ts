/**
 * When a desk that opens for the first time begins to answer, from the page's address:
 * `?answer=never`, `?answer=after:MS`, or at once. Null: not until told.
 */
export function answersFrom(search: string, now: number): number | null {
  const answer = new URLSearchParams(search).get('answer')
  if (answer === 'never') return null
  const delay = /^after:(\d+)$/.exec(answer ?? '')?.[1]
  return delay === undefined ? now : now + Number(delay)
}
