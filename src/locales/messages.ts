import type { en } from './en.ts'
import type { PluralMessage } from './plural.ts'

/** Every message a language must have: the shape of the English table, checked by the compiler. */
export type Messages = MessagesLike<typeof en>

type MessagesLike<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends PluralMessage
      ? PluralMessage
      : MessagesLike<T[K]>
}
