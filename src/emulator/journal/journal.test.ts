import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Change } from '../change.ts'
import { parseSeed } from '../seed.ts'
import type { Seed } from '../seed-schema.ts'
import { type Journal, openJournal } from './journal.ts'

test('what was appended is there when the file is opened again', async () => {
  const path = newPath()
  const journal = await opened(path)
  expect(journal.commits).toEqual([])
  await Promise.all([journal.append([deleted('a'), deleted('b')]), journal.append([deleted('ç\n')])])
  await journal.close()
  expect(await commitsIn(path)).toEqual([[deleted('a'), deleted('b')], [deleted('ç\n')]])
})

test('an append is in the file when its promise resolves', async () => {
  const path = newPath()
  const journal = await opened(path)
  await journal.append([deleted('a')])
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3)
  await journal.close()
})

test('closing waits for what is being written', async () => {
  const path = newPath()
  const journal = await opened(path)
  const writing = journal.append([deleted('a')])
  await journal.close()
  await writing
  expect(await commitsIn(path)).toHaveLength(1)
})

test('clearing forgets what came before it, not what comes after', async () => {
  const path = newPath()
  const journal = await opened(path)
  await Promise.all([journal.append([deleted('a')]), journal.clear(), journal.append([deleted('b')])])
  await journal.append([deleted('c')])
  await journal.close()
  expect(await commitsIn(path)).toEqual([[deleted('b')], [deleted('c')]])
})

test('a file killed at any byte opens with the whole commits before it, and can be written on', async () => {
  const path = newPath()
  const journal = await opened(path)
  await journal.append([deleted('a')])
  await journal.append([deleted('b')])
  await journal.close()
  const whole = readFileSync(path)
  const lineEnds = [...whole.keys()].filter((at) => whole[at] === 10)
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(path, whole)
    truncateSync(path, length)
    const torn = await opened(path)
    const commits = Math.max(0, lineEnds.filter((at) => at < length).length - 1)
    expect(torn.commits).toHaveLength(commits)
    await torn.append([deleted('c')])
    await torn.close()
    expect(await commitsIn(path)).toHaveLength(commits + 1)
  }
})

test('a line in the middle that was changed is named', async () => {
  const path = newPath()
  const journal = await opened(path)
  await journal.append([deleted('first')])
  await journal.append([deleted('second')])
  await journal.close()
  writeFileSync(path, readFileSync(path, 'utf8').replace('first', 'other'))
  expect(await openJournal(path, seed())).toEqual({
    ok: false,
    message: `${path}: line 2 is not as the emulator wrote it`,
  })
})

test('a line that somebody added is named', async () => {
  const path = newPath()
  await (await opened(path)).close()
  appendFileSync(path, '[]\n')
  expect(await openJournal(path, seed())).toMatchObject({ message: expect.stringContaining('line 2') })
})

test.each(['precious', 'precious\n', '{"accountId":"1"}\n'])(
  'a file of another kind is left alone: %j',
  async (text) => {
    const path = newPath()
    writeFileSync(path, text)
    expect(await openJournal(path, seed())).toEqual({
      ok: false,
      message: `${path}: line 1 is not of a journal of the emulator. Name another file`,
    })
    expect(readFileSync(path, 'utf8')).toBe(text)
  },
)

test('the journal of another seed is refused', async () => {
  const path = newPath()
  await (await opened(path)).close()
  expect(await openJournal(path, seed('us-west-2'))).toEqual({
    ok: false,
    message: `${path}: line 1 names another seed. Start with the seed of this file, or name another file`,
  })
})

test('a file that cannot be opened is one line', async () => {
  expect(await openJournal('/nowhere/data', seed())).toEqual({
    ok: false,
    message: expect.stringMatching(/^\/nowhere\/data: cannot be opened \(ENOENT[^\n]*\)$/),
  })
})

function deleted(caseId: string): Change {
  return {
    kind: 'caseDeleted',
    domainId: 'd',
    at: '2026-01-02T03:04:05.678Z',
    case: { caseId, templateId: 't', fields: {} },
  }
}

function newPath(): string {
  const directory = mkdtempSync(join(tmpdir(), 'journal-'))
  onTestFinished(() => rmSync(directory, { recursive: true }))
  return join(directory, 'data')
}

async function opened(path: string): Promise<Journal> {
  const opening = await openJournal(path, seed())
  if (!opening.ok) throw new Error(opening.message)
  return opening.journal
}

async function commitsIn(path: string): Promise<Journal['commits']> {
  const journal = await opened(path)
  await journal.close()
  return journal.commits
}

function seed(region = 'us-east-1'): Seed {
  const reading = parseSeed({ accountId: '123456789012', region, instanceId: 'i', domains: [] })
  if (!reading.ok) throw new Error(reading.message)
  return reading.seed
}
