import type { ReadChanges } from '../cases/compare-reads.ts'
import type { Words } from '../locales/words.ts'

/** What a refresh changed, in words; empty where nothing changed. */
export function changesText({ messages, plural, list }: Words, { appeared, vanished }: ReadChanges): string {
  const { announce } = messages
  return list([
    ...(appeared.size > 0 ? [plural(announce.appeared, appeared.size)] : []),
    ...(vanished > 0 ? [plural(announce.vanished, vanished)] : []),
  ])
}
