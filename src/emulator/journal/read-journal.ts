import type { Change } from '../change.ts'
import { readCheckedLine } from './checked-line.ts'

/** What a file holds: whole commits in order, and the length of the part that is good. */
export type JournalReading =
  | { readonly ok: true; readonly commits: readonly (readonly Change[])[]; readonly goodBytes: number }
  | { readonly ok: false; readonly message: string }

const lineEnd = '\n'.charCodeAt(0)

const title = 'connect-contact-cases journal 1, seed '

/** The first line of the journal of a seed. */
export function headerOf(seedHash: string): string {
  return `${title}${seedHash}\n`
}

/**
 * Reads a journal. A last line without an end is a write that was killed, so it was never acknowledged and does not
 * count. Any other line that is not as it was written is an error, for the ones after it may rest on it.
 */
export function readJournal(bytes: Buffer, header: string): JournalReading {
  const wrong = wrongHeader(bytes, header)
  if (wrong !== null) return { ok: false, message: wrong }
  const commits: (readonly Change[])[] = []
  let goodBytes = bytes.indexOf(lineEnd) + 1
  for (let end = bytes.indexOf(lineEnd, goodBytes); end >= 0; end = bytes.indexOf(lineEnd, goodBytes)) {
    const commit = readCheckedLine(bytes.toString('utf8', goodBytes, end))
    if (commit === undefined) {
      return { ok: false, message: `line ${commits.length + 2} is not as the emulator wrote it` }
    }
    commits.push(commit as readonly Change[]) // its checksum says that it is one of ours
    goodBytes = end + 1
  }
  return { ok: true, commits, goodBytes }
}

function wrongHeader(bytes: Buffer, header: string): string | null {
  const start = bytes.toString('utf8', 0, header.length)
  // Shorter where the very first write was killed.
  if (start === header || (header.startsWith(start) && bytes.length === start.length)) return null
  return start.startsWith(title)
    ? 'line 1 names another seed. Start with the seed of this file, or name another file'
    : 'line 1 is not of a journal of the emulator. Name another file'
}
