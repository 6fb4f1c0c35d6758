import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { cpus } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { answerBytes, getRequest, listRequest } from './many-cases.ts'
import { round, type Summary, summarise } from './statistics.ts'

// `npm run bench:emulator [-- --json FILE]`: what an answer costs, beside a bare server that sends the same bytes;
// how soon the built emulator answers; and whether a million cases are slower than a thousand.

const { json } = parseArgs({ options: { json: { type: 'string' } } }).values
const agent = new Agent({ keepAlive: true, maxSockets: 16 })
const post = { method: 'POST', agent, headers: { 'content-type': 'application/json' } }

interface Server {
  readonly url: string
  readonly loadedMs: number
  readonly process: ChildProcess
}

async function startServer(kind: 'emulator' | 'bare', cases = 1_000): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./server-process.ts', import.meta.url)), [kind, String(cases)], {
    execArgv: ['--import', 'tsx', '--max-old-space-size=6000'],
  })
  const [started] = await once(child, 'message')
  return { ...z.object({ url: z.string(), loadedMs: z.number() }).parse(started), process: child }
}

/** Microseconds of CPU time so far. */
async function cpuOf({ process: child }: Server): Promise<number> {
  child.send('cpu')
  const [message] = await once(child, 'message')
  const { cpu } = z.object({ cpu: z.object({ user: z.number(), system: z.number() }) }).parse(message)
  return cpu.user + cpu.system
}

function answered({ url }: Server, { path, body }: { path: string; body: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { ...post, headers: { ...post.headers, 'content-length': body.length } })
    sent.once('error', reject)
    sent.once('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('end', () => resolve(Buffer.concat(chunks).toString()))
    })
    sent.end(body)
  })
}

/** Requests answered in a second of CPU time. */
async function perCpuSecond(server: Server): Promise<number> {
  const calls = 10_000
  const before = await cpuOf(server)
  let left = calls
  const worker = async () => {
    while (left-- > 0) await answered(server, listRequest(0))
  }
  await Promise.all(Array.from({ length: 16 }, worker))
  return calls / (((await cpuOf(server)) - before) / 1e6)
}

async function speed() {
  const sides = [await startServer('emulator'), await startServer('bare')] as const
  for (const side of sides) {
    const answer = await answered(side, listRequest(0))
    if (answer !== answerBytes.toString()) throw new Error(`not the same bytes: ${answer}`)
    await perCpuSecond(side) // warm
  }
  const rates: [number[], number[]] = [[], []]
  for (let turn = 0; turn < 7; turn++) {
    rates[0].push(await perCpuSecond(sides[0]))
    rates[1].push(await perCpuSecond(sides[1]))
  }
  for (const side of sides) side.process.kill()
  const [emulator, bare] = [summarise(rates[0]), summarise(rates[1])]
  return { emulator, bare, ratio: round(emulator.median / bare.median) }
}

/** From the start of the process to the end of its first answer. */
async function startUp(): Promise<Summary> {
  const times: number[] = []
  for (let run = 0; run < 10; run++) {
    const start = performance.now()
    const bin = spawn(process.execPath, ['dist/bin/bin.js', 'emulator', '--port', '0'])
    for await (const line of createInterface(bin.stdout)) {
      const url = line.match(/http:\S+/)?.[0]
      if (url === undefined) continue
      await (await fetch(`${url}/domains-list`, { method: 'POST' })).text()
      break
    }
    times.push(performance.now() - start)
    bin.kill()
  }
  return summarise(times)
}

async function latency(cases: number) {
  const server = await startServer('emulator', cases)
  const timed = async (requestOf: (n: number) => { path: string; body: string }, count: number) => {
    const times: number[] = []
    for (let run = 0; run < 3_000; run++) {
      const start = performance.now()
      await answered(server, requestOf((run * 7_919) % count))
      if (run >= 1_000) times.push(performance.now() - start)
    }
    return summarise(times)
  }
  const list = await timed(listRequest, cases / 10)
  const get = await timed(getRequest, cases)
  server.process.kill()
  return { cases, loadedSeconds: round(server.loadedMs / 1_000), list, get }
}

const machine = `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`
const measures = {
  speed: await speed(),
  startUp: await startUp(),
  sizes: [await latency(1_000), await latency(1_000_000)],
}
console.log(`\n${machine}\n`)
console.table({
  'ListCasesForContact, requests per CPU second': {
    emulator: Math.round(measures.speed.emulator.median),
    bare: Math.round(measures.speed.bare.median),
    ratio: measures.speed.ratio,
  },
})
console.table({ 'start to first answer, ms': measures.startUp })
console.table(
  measures.sizes.map(({ cases, loadedSeconds, list, get }) => ({
    cases,
    'loaded, s': loadedSeconds,
    'ListCasesForContact, median ms': list.median,
    'GetCase, median ms': get.median,
  })),
)
if (json !== undefined) writeFileSync(json, `${JSON.stringify({ machine, ...measures }, null, 2)}\n`)
