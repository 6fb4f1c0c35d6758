import { once } from 'node:events'
import type { Server } from 'node:http'

/** Stops a server: it takes no more requests, and those under way have so many milliseconds to finish. */
export type Drain = (graceMs: number) => Promise<void>

/**
 * Counts the answers under way from now on, because Node does not: after `close()` a connection that browsers
 * open in advance, or one that falls idle later, would keep the server waiting for its timeout.
 */
export function createDrain(server: Server): Drain {
  let underWay = 0
  let isStopping = false
  const closeIfIdle = () => {
    if (isStopping && underWay === 0) server.closeAllConnections()
  }
  server.prependListener('request', (_request, response) => {
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      closeIfIdle()
    })
  })

  return async (graceMs) => {
    isStopping = true
    const closed = once(server, 'close')
    server.close()
    closeIfIdle()
    const cutOff = setTimeout(() => server.closeAllConnections(), graceMs)
    await closed
    clearTimeout(cutOff)
  }
}
