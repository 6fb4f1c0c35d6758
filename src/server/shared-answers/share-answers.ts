import type { Asker } from '../asker.ts'
import type { CasesGateway, Upstream } from '../cases-gateway.ts'
import { type AnswerForm, answerForms } from './answer-forms.ts'
import type { AskThroughStore } from './ask-through-store.ts'
import { type Aged, createSharedAnswers, type Keeping } from './shared-answers.ts'

const second = 1_000
const minute = 60 * second

// A list serves all who ask in the moment a contact rings, is accepted and is transferred. Whoever refreshes by hand
// has looked at it for longer, and so gets a new one. An old list would pass for a new one: none is given.
const ofCases: Keeping = { freshMs: 3 * second, staleMs: 0 }
// Beside the minute that browsers keep them: an administrator's change shows within two.
const ofTemplates: Keeping = { freshMs: minute, staleMs: 60 * minute }
// An administrator's change shows within ten minutes.
const ofFields: Keeping = { freshMs: 10 * minute, staleMs: 60 * minute }

/**
 * The gateway, asked once for all who want to know the same. Keys say what is asked and never who asks: whether an agent
 * may know is decided before. With a store all instances ask once.
 */
export function shareAnswers(
  gateway: CasesGateway,
  now: () => number,
  askThroughStore?: AskThroughStore,
): CasesGateway {
  function share<Question, Answer extends object>(
    name: keyof CasesGateway,
    form: AnswerForm<Answer>,
    keeping: Keeping,
    keyOf: (question: Question) => readonly unknown[],
    ask: (question: Question, asker: Asker) => Upstream<Answer>,
  ) {
    const answers = createSharedAnswers<Answer>(now, keeping)
    // As JSON: no texts can borrow characters from each other.
    return (question: Question, asker: Asker) => {
      const key = JSON.stringify(keyOf(question))
      return answers(key, asker, (all): Promise<Aged<Answer>> => {
        const askService = (everybody: Asker) => ask(question, everybody)
        if (askThroughStore === undefined) return askService(all)
        return askThroughStore({ key: JSON.stringify([name, key]), form, keptMs: keeping.freshMs }, all, askService)
      })
    }
  }
  return {
    listCasesForContact: share(
      'listCasesForContact',
      answerForms.listCasesForContact,
      ofCases,
      ({ domainId, contactArn, nextToken, maxResults }) => [domainId, contactArn, nextToken, maxResults],
      gateway.listCasesForContact,
    ),
    searchCases: share(
      'searchCases',
      answerForms.searchCases,
      ofCases,
      ({ domainId, caseIds, fieldIds }) => [domainId, caseIds, fieldIds],
      gateway.searchCases,
    ),
    getCase: share(
      'getCase',
      answerForms.getCase,
      ofCases,
      ({ domainId, caseId, fieldIds }) => [domainId, caseId, fieldIds],
      gateway.getCase,
    ),
    listTemplates: share(
      'listTemplates',
      answerForms.listTemplates,
      ofTemplates,
      (domainId) => [domainId],
      gateway.listTemplates,
    ),
    getTemplate: share(
      'getTemplate',
      answerForms.getTemplate,
      ofTemplates,
      ({ domainId, templateId }) => [domainId, templateId],
      gateway.getTemplate,
    ),
    listFields: share('listFields', answerForms.listFields, ofFields, (domainId) => [domainId], gateway.listFields),
    listFieldOptions: share(
      'listFieldOptions',
      answerForms.listFieldOptions,
      ofFields,
      ({ domainId, fieldId }) => [domainId, fieldId],
      gateway.listFieldOptions,
    ),
  }
}
