import { type Call, page, templates } from '../../cases/testing/scripted-backend.ts'

type Answers = Readonly<Record<string, () => Response | null>>

/**
 * Answers by contact id and token, e.g. `c-1` and `c-1 next`; null waits for ever. Unless told, a contact has no
 * cases, the domain has one template, and details do not come.
 */
export const answerBy = (answers: Answers) => (call: Call) => {
  const contact = call.contactArn?.slice(call.contactArn.lastIndexOf('/') + 1)
  const name = [contact ?? call.route, call.nextToken].filter(Boolean).join(' ')
  const answer = (answers[name] ?? defaults[call.route] ?? (() => null))()
  if (answer !== null) call.answer(answer)
}

const defaults: Partial<Record<Call['route'], () => Response>> = {
  'list-cases-for-contact': () => page([]),
  templates: () => templates('General'),
}
