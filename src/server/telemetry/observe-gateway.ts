import type { Asker } from '../asker.ts'
import type { CasesGateway, Upstream } from '../cases-gateway.ts'
import type { UpstreamCode } from '../upstream-problem.ts'
import type { Telemetry } from './telemetry.ts'

interface GatewayObservers {
  readonly telemetry: Telemetry
  /** Hears of each answer what came of it. */
  readonly onOutcome: (outcome: UpstreamCode | 'ok') => void
}

/** The gateway, with every question measured, named as OpenTelemetry's conventions for the AWS SDK say. */
export function observeGateway(gateway: CasesGateway, { telemetry, onOutcome }: GatewayObservers): CasesGateway {
  const observed =
    <Question, Answer>(operation: string, ask: (question: Question, asker: Asker) => Upstream<Answer>) =>
    (question: Question, asker: Asker): Upstream<Answer> => {
      const attributes = { 'rpc.system': 'aws-api', 'rpc.service': 'ConnectCases', 'rpc.method': operation }
      return telemetry.upstream(
        `ConnectCases.${operation}`,
        attributes,
        () => ask(question, asker),
        (answer) => {
          const outcome = answer.ok ? 'ok' : answer.problem.code
          onOutcome(outcome)
          return { attributes: { outcome }, isFailure: !answer.ok }
        },
      )
    }
  return {
    listCasesForContact: observed('ListCasesForContact', gateway.listCasesForContact),
    searchCases: observed('SearchCases', gateway.searchCases),
    getCase: observed('GetCase', gateway.getCase),
    listTemplates: observed('ListTemplates', gateway.listTemplates),
    getTemplate: observed('GetTemplate', gateway.getTemplate),
    listFields: observed('ListFields', gateway.listFields),
    listFieldOptions: observed('ListFieldOptions', gateway.listFieldOptions),
  }
}
