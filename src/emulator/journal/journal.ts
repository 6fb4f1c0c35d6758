import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import type { Change } from '../change.ts'
import type { Seed } from '../seed-schema.ts'
import { toCheckedLine } from './checked-line.ts'
import { inGroups } from './in-groups.ts'
import { headerOf, readJournal } from './read-journal.ts'

/** A file that holds every change since the seed. */
export interface Journal {
  /** In the order they were made. */
  readonly commits: readonly (readonly Change[])[]
  /** Resolves once the changes are on the disk; all of them count after a kill, or none. */
  append(changes: readonly Change[]): Promise<void>
  /** Resolves once all changes so far are on the disk. */
  settled(): Promise<void>
  /** Forgets all changes, once those before it are written. */
  clear(): Promise<void>
  close(): Promise<void>
}

export type JournalOpening =
  | { readonly ok: true; readonly journal: Journal }
  | { readonly ok: false; readonly message: string }

/** Opens the journal of a seed, or makes it; or says in one line what is wrong with the file. */
export async function openJournal(path: string, seed: Seed): Promise<JournalOpening> {
  const header = headerOf(createHash('sha256').update(JSON.stringify(seed)).digest('hex'))
  let file: FileHandle
  try {
    file = await open(path, 'a+')
  } catch (error) {
    return { ok: false, message: `${path}: cannot be opened (${error instanceof Error ? error.message : error})` }
  }
  const reading = readJournal(await file.readFile(), header)
  if (!reading.ok) {
    await file.close()
    return { ok: false, message: `${path}: ${reading.message}` }
  }
  await file.truncate(reading.goodBytes)
  if (reading.goodBytes === 0) await file.appendFile(header)
  return { ok: true, journal: createJournal(file, reading.commits, header.length) }
}

/** In the place of a line: forget everything before it. */
const clearing = null

function createJournal(file: FileHandle, commits: Journal['commits'], headerLength: number): Journal {
  const write = inGroups<string | typeof clearing>(async (lines) => {
    const lastClearing = lines.lastIndexOf(clearing)
    if (lastClearing >= 0) await file.truncate(headerLength)
    await file.appendFile(lines.slice(lastClearing + 1).join(''))
    await file.datasync()
  })
  let last: Promise<void> = Promise.resolve()
  return {
    commits,
    append(changes) {
      last = write(toCheckedLine(changes))
      return last
    },
    settled: () => last,
    clear: () => write(clearing),
    // Nothing, written after everything else.
    close: () => write('').finally(() => file.close()),
  }
}
