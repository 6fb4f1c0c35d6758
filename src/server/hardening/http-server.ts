import { createServer, type RequestListener, type Server } from 'node:http'

/** How long a connection may take for what, and how much of it. */
export interface SocketLimits {
  readonly headersTimeout: number
  readonly requestTimeout: number
  readonly keepAliveTimeout: number
  readonly connectionsCheckingInterval: number
  /** How long nothing may move on a connection, while an answer is made or read. */
  readonly silence: number
}

/** The limits of a server that listens. */
const socketLimits: SocketLimits = {
  // A desktop sends its headers in one packet; a byte a second is no desktop.
  headersTimeout: 10_000,
  // The largest body has 120 kB, which even 64 kbit/s carries in 15 s.
  requestTimeout: 20_000,
  // Longer than a load balancer keeps its side open (60 s): else it would now and then send into a closing connection.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  // Longer than the longest deadline (60 s): what ends is an answer that nobody reads, not one that is late.
  silence: 120_000,
}

// Request line and headers together: a path of two ids in percent-encoded UTF-8 has 9 kB, an access token 4 kB or less.
const maxHeaderSize = 16_384

/**
 * An HTTP server that slow, silent and flooding clients cannot wear out. Node answers them itself: 400, 408, 431. A
 * client that vanished, and of which no packet says so, is a silent one: what bounds it are the times for headers and
 * body, then the deadline of its request, and `silence` or `keepAliveTimeout` after the answer.
 */
export function createHttpServer(onRequest: RequestListener, limits: SocketLimits = socketLimits): Server {
  const { silence, ...timeouts } = limits
  const server = createServer(
    {
      ...timeouts,
      maxHeaderSize,
      // A machine that went away without a word is found by TCP itself.
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
    },
    onRequest,
  )
  // Their size is the limit. By count Node leaves out the last ones without a word, `origin` perhaps among them.
  server.maxHeadersCount = 0
  server.setTimeout(silence)
  return server
}
