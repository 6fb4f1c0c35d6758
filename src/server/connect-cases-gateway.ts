import {
  ConnectCasesClient,
  GetCaseCommand,
  GetTemplateCommand,
  ListCasesForContactCommand,
  ListFieldOptionsCommand,
  ListFieldsCommand,
  ListTemplatesCommand,
  SearchCasesCommand,
  type SearchCasesCommandInput,
} from '@aws-sdk/client-connectcases'
import type { z } from 'zod'
import type { CasesGateway, SearchQuestion } from './cases-gateway.ts'
import { gatherPages } from './gather-pages.ts'
import { clientConfig, type GatewaySettings, limitAnswers, pause, placeOfLimit } from './sdk-client.ts'
import {
  casesPage,
  fieldsPage,
  oneCase,
  oneTemplate,
  optionsPage,
  searchPage,
  templatesPage,
} from './upstream-answer.ts'
import { callUpstream } from './upstream-call.ts'

// 100 templates with all their tags, and ten cases with 25 long texts each, stay below this.
const largestAnswerBytes = 4_000_000
const longestPage = 100 // of templates, fields and options

/** The gateway over the AWS SDK: make one and keep it, its connections stay open. */
export function createGateway(settings: GatewaySettings): CasesGateway {
  const client = createClient(settings)
  return {
    listCasesForContact: (input, signal) =>
      callUpstream({
        ...call((options) => client.send(new ListCasesForContactCommand(input), options), casesPage, signal),
        nextTokenSent: input.nextToken !== undefined,
      }),

    searchCases(question, signal) {
      const command = new SearchCasesCommand(searchInput(question))
      return callUpstream(call((options) => client.send(command, options), searchPage, signal))
    },

    getCase({ fieldIds, ...question }, signal) {
      const command = new GetCaseCommand({ ...question, fields: fieldIds.map((id) => ({ id })) })
      return callUpstream(call((options) => client.send(command, options), oneCase, signal))
    },

    listTemplates: (domainId, signal) =>
      gatherPages((nextToken) => {
        const command = new ListTemplatesCommand({ domainId, ...pageAt(nextToken) })
        return callUpstream(call((options) => client.send(command, options), templatesPage, signal))
      }),

    getTemplate: (question, signal) =>
      callUpstream(call((options) => client.send(new GetTemplateCommand(question), options), oneTemplate, signal)),

    listFields: (domainId, signal) =>
      gatherPages((nextToken) => {
        const command = new ListFieldsCommand({ domainId, ...pageAt(nextToken) })
        return callUpstream(call((options) => client.send(command, options), fieldsPage, signal))
      }),

    listFieldOptions: (question, signal) =>
      gatherPages((nextToken) => {
        const command = new ListFieldOptionsCommand({ ...question, ...pageAt(nextToken) })
        return callUpstream(call((options) => client.send(command, options), optionsPage, signal))
      }),
  }
}

/** A question whose token, if there is one, no browser holds. */
function call<Answer>(
  send: (options: { readonly abortSignal: AbortSignal }) => Promise<unknown>,
  schema: z.ZodType<Answer>,
  signal: AbortSignal,
) {
  return { send: () => send({ abortSignal: signal }), schema, signal, nextTokenSent: false, pause }
}

function pageAt(nextToken: string | null) {
  return { maxResults: longestPage, ...(nextToken !== null && { nextToken }) }
}

function searchInput({ domainId, caseIds, fieldIds }: SearchQuestion): SearchCasesCommandInput {
  return {
    domainId,
    maxResults: caseIds.length,
    filter: {
      orAll: caseIds.map((caseId) => ({ field: { equalTo: { id: 'case_id', value: { stringValue: caseId } } } })),
    },
    fields: fieldIds.map((id) => ({ id })),
  }
}

function createClient(settings: GatewaySettings): ConnectCasesClient {
  const client = new ConnectCasesClient(clientConfig(settings))
  client.middlewareStack.add(limitAnswers(largestAnswerBytes), placeOfLimit)
  return client
}
