import { Agent, request } from 'node:http'

/** A POST of JSON, made before it is sent so that making it costs nothing then. */
export interface Ask {
  readonly path: string
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Asks over so many connections that stay open. */
export function createAsking(connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  function answered(url: string, { path, body, headers }: Ask): Promise<number> {
    return new Promise((resolve, reject) => {
      const sent = request(url + path, {
        method: 'POST',
        agent,
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
      })
      sent.once('error', reject)
      sent.once('response', (response) => {
        response.resume()
        response.once('end', () => resolve(response.statusCode ?? 0))
      })
      sent.end(body)
    })
  }

  return {
    /** Asks the n-th question for each n below `count`, and throws where an answer is not 200. */
    async askAll(url: string, count: number, askOf: (n: number) => Ask): Promise<void> {
      let next = 0
      const worker = async () => {
        while (next < count) {
          const ask = askOf(next++)
          const status = await answered(url, ask)
          if (status !== 200) throw new Error(`${status} for ${ask.path}`)
        }
      }
      await Promise.all(Array.from({ length: connections }, worker))
    },
    close: () => agent.destroy(),
  }
}

export type Asking = ReturnType<typeof createAsking>
