import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { contactWithCases, defaultSeed } from '../support/emulator.ts'

const writes = 10_000
const connections = 8
const main = fileURLToPath(new URL('../../src/emulator/main.ts', import.meta.url))
const { domainId } = contactWithCases(defaultSeed(), 1)
const templateId = defaultSeed().domains[0]?.templates[0]?.templateId

test('an emulator killed during 10,000 writes has every acknowledged one when it is back', {
  timeout: 60_000,
}, async () => {
  const data = newFile()
  const acknowledged: string[] = []
  const kills: number[] = []
  for (let lives = 1; acknowledged.length < writes; lives++) {
    const { url, child } = await startEmulator(data)
    // The last life is let to finish; the others end at a moment nobody chose.
    const killAt = lives > 3 ? Number.POSITIVE_INFINITY : acknowledged.length + 500 + Math.random() * 2_500
    await Promise.all(Array.from({ length: connections }, () => createCases(url, acknowledged, killAt, child)))
    if (!child.killed) child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    kills.push(acknowledged.length)
  }
  const { url } = await startEmulator(data)
  const found = await allCaseIds(url)
  const lost = acknowledged.filter((caseId) => !found.has(caseId))
  console.log(`${acknowledged.length} writes acknowledged, killed after ${kills.join(', ')}: ${lost.length} lost`)
  expect(lost).toEqual([])
})

/** Creates one case after the other until there are enough, or the emulator is gone; one of the callers kills it. */
async function createCases(url: string, acknowledged: string[], killAt: number, child: ChildProcess): Promise<void> {
  const fields = [
    { id: 'title', value: { stringValue: 'Written' } },
    { id: 'customer_id', value: { stringValue: 'arn:aws:profile:customer' } },
  ]
  const body = JSON.stringify({ templateId, fields })
  while (acknowledged.length < writes) {
    const answer = await post(`${url}/domains/${domainId}/cases`, body).catch(() => null)
    if (answer === null) return
    acknowledged.push(z.object({ caseId: z.string() }).parse(answer).caseId)
    if (acknowledged.length >= killAt) child.kill('SIGKILL')
  }
}

async function allCaseIds(url: string): Promise<Set<string>> {
  const page = z.object({ cases: z.array(z.object({ caseId: z.string() })), nextToken: z.string().nullable() })
  const caseIds = new Set<string>()
  for (let nextToken: string | null = ''; nextToken !== null; ) {
    const body = JSON.stringify({ maxResults: 100, ...(nextToken === '' ? {} : { nextToken }) })
    const answer = page.parse(await post(`${url}/domains/${domainId}/cases-search`, body))
    for (const { caseId } of answer.cases) caseIds.add(caseId)
    nextToken = answer.nextToken
  }
  return caseIds
}

async function post(url: string, body: string): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const answer: unknown = await response.json()
  if (!response.ok) throw new Error(JSON.stringify(answer))
  return answer
}

async function startEmulator(data: string) {
  const args = ['--import', 'tsx', main, '--port', '0', '--quotas', 'off', '--data', data]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  for await (const line of createInterface(child.stdout)) {
    const url = line.match(/http:\S+/)?.[0]
    if (url !== undefined) return { url, child }
  }
  throw new Error('the emulator did not start')
}

function newFile(): string {
  const directory = mkdtempSync(join(tmpdir(), 'emulator-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return join(directory, 'data')
}
