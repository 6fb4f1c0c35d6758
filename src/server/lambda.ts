import { createLambdaHandler } from './lambda-handler.ts'
import { createLog } from './log.ts'

const created = createLambdaHandler(process.env, createLog())
// Lambda writes what is thrown while it loads to the function's log, and starts no instance.
if (!created.ok) throw new Error(created.problem)

/** What Lambda calls. */
export const handler = created.value
