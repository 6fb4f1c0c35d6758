import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from '../../src/emulator/emulator.ts'
import { seedOf } from '../support/emulator.ts'
import { answerBytes, manyCases } from './many-cases.ts'

// A server alone in its process, so that its CPU time is its own; the parent asks for that time by a message.

const [kind, cases] = process.argv.slice(2)

process.on('message', () => process.send?.({ cpu: process.cpuUsage() }))
const url = kind === 'bare' ? await startBare() : await startEmulator()
process.send?.({ url, loadedMs: performance.now() })

async function startEmulator(): Promise<string> {
  // Quotas that are never reached: they are counted all the same.
  const unreached = { rate: 1e9, burst: 1e9 }
  const quotas = { ListCasesForContact: unreached, GetCase: unreached }
  return (await createEmulator({ seed: seedOf(manyCases(Number(cases))), quotas })).url
}

/** The least a server can do for the same answer. */
function startBare(): Promise<string> {
  const head = { 'content-type': 'application/json', 'content-length': answerBytes.length }
  const server = createServer((request, response) => {
    request.resume()
    request.once('end', () => response.writeHead(200, head).end(answerBytes))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`))
  })
}
