import type { Parser } from './parser.ts'
import { answerParsers } from './parsers/answers.ts'
import { contactParsers } from './parsers/contact.ts'
import { requestParsers } from './parsers/requests.ts'
import { serverParsers } from './parsers/server.ts'
import { standInParsers } from './parsers/stand-ins.ts'

/** Everything at an edge that takes what others send. A new one is an entry in the list of its side. */
export const parsers: readonly Parser[] = [
  ...contactParsers,
  ...answerParsers,
  ...serverParsers,
  ...requestParsers,
  ...standInParsers,
]
