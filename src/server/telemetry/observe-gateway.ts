import type { Asker } from '../asker.ts'
import type { ConnectGateway } from '../auth/connect-gateway.ts'
import type { CasesGateway, Upstream } from '../cases-gateway.ts'
import type { UpstreamCode } from '../upstream-problem.ts'
import type { Telemetry } from './telemetry.ts'

/** The services asked, as the AWS SDK calls them. */
export type Service = 'ConnectCases' | 'Connect'

/** What hears of questions to the services. */
export interface GatewayObservers {
  readonly telemetry: Pick<Telemetry, 'upstream'>
  /** Hears of each answer what came of it. */
  readonly onOutcome: (service: Service, outcome: UpstreamCode | 'ok') => void
}

/** The gateway, with every question measured, named as OpenTelemetry's conventions for the AWS SDK say. */
export function observeGateway(gateway: CasesGateway, observers: GatewayObservers): CasesGateway {
  const observed = observing('ConnectCases', observers)
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

/** The same for the service that says whose a contact is. */
export function observeConnect(gateway: ConnectGateway, observers: GatewayObservers): ConnectGateway {
  const observed = observing('Connect', observers)
  return {
    contactsOf: observed('GetCurrentUserData', gateway.contactsOf),
    describeContact: observed('DescribeContact', gateway.describeContact),
    findUsers: observed('SearchUsers', gateway.findUsers),
  }
}

function observing(service: Service, { telemetry, onOutcome }: GatewayObservers) {
  return <Question, Answer>(operation: string, ask: (question: Question, asker: Asker) => Upstream<Answer>) =>
    async (question: Question, asker: Asker): Upstream<Answer> => {
      const attributes = { 'rpc.system': 'aws-api', 'rpc.service': service, 'rpc.method': operation }
      const ofAnswer = (answer: Awaited<Upstream<Answer>>) => (answer.ok ? 'ok' : answer.problem.code)
      const answer = await telemetry.upstream(
        `${service}.${operation}`,
        attributes,
        () => ask(question, asker),
        (each) => ({ attributes: { outcome: ofAnswer(each) }, isFailure: !each.ok }),
      )
      onOutcome(service, ofAnswer(answer))
      return answer
    }
}
