import type { Ask, Reply } from '../ask.ts'

/** What the page's address answers, and the same host without TLS. */
export interface Entrance {
  readonly origin: string
  readonly page: Reply
  /** null: there is no other door. */
  readonly plain: Reply | null
}

export async function gatherEntrance(ask: Ask, origin: string): Promise<Entrance> {
  const { protocol, port, host } = new URL(origin)
  const hasPlainDoor = protocol === 'https:' && port === ''
  const [page, plain] = await Promise.all([ask(`${origin}/`), hasPlainDoor ? ask(`http://${host}/`) : null])
  return { origin, page, plain }
}
