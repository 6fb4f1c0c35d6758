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
import type { Asker } from './asker.ts'
import type { CasesGateway, SearchQuestion } from './cases-gateway.ts'
import { gatherPages } from './gather-pages.ts'
import type { Operation } from './quota/account-quotas.ts'
import type { TakeTurn } from './quota/schedules.ts'
import { clientConfig, type GatewaySettings, pause, placeOfSending, sending, until } from './sdk-client.ts'
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

/** The gateway over the AWS SDK: make one and keep it, its connections stay open. Every call waits for its turn. */
export function createGateway(settings: GatewaySettings, takeTurn: TakeTurn): CasesGateway {
  const client = createClient(settings)
  const call = createCall(takeTurn)
  return {
    listCasesForContact: (input, asker) =>
      callUpstream({
        ...call(
          'ListCasesForContact',
          (end) => client.send(until(end, new ListCasesForContactCommand(input))),
          casesPage,
          asker,
        ),
        nextTokenSent: input.nextToken !== undefined,
      }),

    searchCases(question, asker) {
      const command = new SearchCasesCommand(searchInput(question))
      return callUpstream(call('SearchCases', (end) => client.send(until(end, command)), searchPage, asker))
    },

    getCase({ fieldIds, ...question }, asker) {
      const command = new GetCaseCommand({ ...question, fields: fieldIds.map((id) => ({ id })) })
      return callUpstream(call('GetCase', (end) => client.send(until(end, command)), oneCase, asker))
    },

    listTemplates: (domainId, asker) =>
      gatherPages((nextToken) => {
        const command = new ListTemplatesCommand({ domainId, ...pageAt(nextToken) })
        return callUpstream(call('ListTemplates', (end) => client.send(until(end, command)), templatesPage, asker))
      }),

    getTemplate: (question, asker) =>
      callUpstream(
        call('GetTemplate', (end) => client.send(until(end, new GetTemplateCommand(question))), oneTemplate, asker),
      ),

    listFields: (domainId, asker) =>
      gatherPages((nextToken) => {
        const command = new ListFieldsCommand({ domainId, ...pageAt(nextToken) })
        return callUpstream(call('ListFields', (end) => client.send(until(end, command)), fieldsPage, asker))
      }),

    listFieldOptions: (question, asker) =>
      gatherPages((nextToken) => {
        const command = new ListFieldOptionsCommand({ ...question, ...pageAt(nextToken) })
        return callUpstream(call('ListFieldOptions', (end) => client.send(until(end, command)), optionsPage, asker))
      }),
  }
}

function createCall(takeTurn: TakeTurn) {
  /** A question whose token, if there is one, no browser holds. */
  return <Answer>(
    operation: Operation,
    send: (end: AbortSignal) => Promise<unknown>,
    schema: z.ZodType<Answer>,
    asker: Asker,
  ) => ({
    takeTurn: () => takeTurn(operation, asker),
    send: () => send(asker.signal),
    schema,
    asker,
    nextTokenSent: false,
    pause,
  })
}

function pageAt(nextToken: string | null) {
  return { maxResults: longestPage, ...(nextToken !== null && { nextToken }) }
}

/**
 * One page, and not those of several agents together: a filter has ten parts at most. Whether parts may have parts of
 * their own is undocumented, and whether `case_id` can be searched at all: one refusal would spoil everybody's page.
 */
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
  client.middlewareStack.add(sending(client.config.requestHandler, largestAnswerBytes), placeOfSending)
  return client
}
