import type { Asker } from '../asker.ts'
import type { CasesGateway, Upstream } from '../cases-gateway.ts'
import type { Operation } from '../quota/account-quotas.ts'
import { type AnswerForm, answerForms } from './answer-forms.ts'
import type { OnAnswer } from './answer-source.ts'
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

interface SharedAnswersDeps {
  readonly now: () => number
  readonly onAnswer: OnAnswer
  /** null: no other instance asks. */
  readonly askThroughStore: AskThroughStore | null
}

/**
 * The gateway, asked once for all who want to know the same. Keys say what is asked and never who asks: whether an agent
 * may know is decided before. With a store all instances ask once.
 */
export function shareAnswers(
  gateway: CasesGateway,
  { now, onAnswer, askThroughStore }: SharedAnswersDeps,
): CasesGateway {
  function share<Question, Answer extends object>(
    operation: Operation,
    form: AnswerForm<Answer>,
    keeping: Keeping,
    keyOf: (question: Question) => readonly unknown[],
    ask: (question: Question, asker: Asker) => Upstream<Answer>,
  ) {
    const answers = createSharedAnswers<Answer>(now, keeping, (source) => onAnswer(operation, source))
    return (question: Question, asker: Asker) => {
      // As JSON: no texts can borrow characters from each other.
      const key = JSON.stringify(keyOf(question))
      return answers(key, asker, (all): Promise<Aged<Answer>> => {
        const askService = (everybody: Asker) => ask(question, everybody)
        if (askThroughStore === null) return askService(all)
        const shared = { key: JSON.stringify([operation, key]), form, keptMs: () => keeping.freshMs, isDoubted: false }
        return askThroughStore(shared, all, askService)
      })
    }
  }
  return {
    listCasesForContact: share(
      'ListCasesForContact',
      answerForms.listCasesForContact,
      ofCases,
      ({ domainId, contactArn, nextToken, maxResults }) => [domainId, contactArn, nextToken, maxResults],
      gateway.listCasesForContact,
    ),
    searchCases: share(
      'SearchCases',
      answerForms.searchCases,
      ofCases,
      ({ domainId, caseIds, fieldIds }) => [domainId, caseIds, fieldIds],
      gateway.searchCases,
    ),
    getCase: share(
      'GetCase',
      answerForms.getCase,
      ofCases,
      ({ domainId, caseId, fieldIds }) => [domainId, caseId, fieldIds],
      gateway.getCase,
    ),
    listTemplates: share(
      'ListTemplates',
      answerForms.listTemplates,
      ofTemplates,
      (domainId) => [domainId],
      gateway.listTemplates,
    ),
    getTemplate: share(
      'GetTemplate',
      answerForms.getTemplate,
      ofTemplates,
      ({ domainId, templateId }) => [domainId, templateId],
      gateway.getTemplate,
    ),
    listFields: share('ListFields', answerForms.listFields, ofFields, (domainId) => [domainId], gateway.listFields),
    listFieldOptions: share(
      'ListFieldOptions',
      answerForms.listFieldOptions,
      ofFields,
      ({ domainId, fieldId }) => [domainId, fieldId],
      gateway.listFieldOptions,
    ),
  }
}
