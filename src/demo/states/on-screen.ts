import { fill } from '../../locales/plural.ts'
import type { Words } from '../../locales/words.ts'

/** How many cases there are, once all are loaded. */
export function allOf(count: number): (words: Words) => string {
  return ({ plural, messages }) => plural(messages.count.all, count)
}

/** The button that brings ten more. */
export function loadMore({ messages, number }: Words): string {
  return fill(messages.more.load, { count: number(10) })
}

/** The button that reads again what is on screen. */
export function refresh({ messages }: Words): string {
  return messages.toolbar.refresh
}
