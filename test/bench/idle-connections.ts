import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect } from 'node:net'
import { createBuiltPage } from '../support/built-page.ts'
import { summarise } from './statistics.ts'

// What idle connections cost the server: memory, and the time of others. Ten thousand need `ulimit -n 10100` or more.

const count = Number(process.argv[2] ?? 10_000)
const atOnce = 100 // no more than a listen queue holds

const page = await createBuiltPage()
const server = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
  env: {
    PATH: process.env['PATH'],
    PORT: '0',
    AWS_ENDPOINT_URL_CONNECTCASES: 'http://127.0.0.1:1',
    PAGE_DIRECTORY: page.directory,
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const [line] = await once(server.stdout, 'data')
const url: string = JSON.parse(String(line)).url
server.stdout.resume()

const without = await measure()
for (let opened = 0; opened < count; opened += atOnce) await Promise.all(Array.from({ length: atOnce }, openIdle))
const withThem = await measure()
console.log(`connections  memory    /livez, median of ${withThem.ms.runs}`)
console.log(`0            ${without.megabytes} MB    ${without.ms.median} ms`)
console.log(`${count}        ${withThem.megabytes} MB    ${withThem.ms.median} ms`)

server.kill('SIGTERM')
await once(server, 'exit')
await page.remove()
process.exit(0)

/** A connection that has had one answer and stays open. */
async function openIdle() {
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET /livez HTTP/1.1\r\nhost: x\r\n\r\n')
  await once(socket, 'data')
}

async function measure() {
  const took: number[] = []
  for (let run = 0; run < 200; run += 1) {
    const startedAt = performance.now()
    await (await fetch(`${url}/livez`)).text()
    took.push(performance.now() - startedAt)
  }
  const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' }))
  return { ms: summarise(took), megabytes: Math.round(kilobytes / 1000) }
}
