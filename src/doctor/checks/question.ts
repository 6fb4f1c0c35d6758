import { listCasesForContactResponse } from '../../contract/list-cases-for-contact.ts'
import { templatesResponse } from '../../contract/templates.ts'
import type { Reply } from '../ask.ts'
import type { Api } from '../gather/api.ts'
import { parseJson } from '../parse-json.ts'
import { explain, problemOf } from '../problem-of.ts'
import { good, skipped, type Verdict, wrong } from '../verdict.ts'

const needsToken = 'This needs an agent’s token: see --token.'

export function domain({ templates }: Api): Verdict {
  if (templates === null) return skipped(needsToken)
  const failed = failureOf(templates)
  if (failed !== null) return failed
  const read = templatesResponse.safeParse(bodyOf(templates))
  return read.success ? good(`The server reads the domain. Its templates: ${read.data.templates.length}.`) : notAnAnswer
}

export function contact({ templates, list }: Api): Verdict {
  if (templates === null) return skipped(needsToken)
  if (list === null) return skipped('This needs a contact of the agent: see --contact-arn.')
  const failed = failureOf(list)
  if (failed !== null) return failed
  const read = listCasesForContactResponse.safeParse(bodyOf(list))
  if (!read.success) return notAnAnswer
  const { cases, nextToken } = read.data
  return good(`The agent sees the contact. Its cases: ${cases.length}${nextToken === null ? '' : ' and more'}.`)
}

function failureOf(reply: Reply): Verdict | null {
  if (reply.kind === 'silence') return wrong(reply.says, reply.cure)
  if (reply.status === 200) return null
  const problem = problemOf(reply)
  if (problem === null) return notAnAnswer
  if (problem.code === 'throttled' && !reply.headers.has('retry-after')) {
    return wrong('Something before the server takes away Retry-After.', 'Let it hand on all headers of answers.')
  }
  return explain(problem)
}

const notAnAnswer = wrong(
  'The API’s answer is not the server’s, or of another version.',
  'Deploy page and server together, and let nothing between change answers.',
)

function bodyOf(reply: Reply): unknown {
  return reply.kind === 'answer' ? parseJson(reply.text) : undefined
}
