import type { IncomingHttpHeaders } from 'node:http'
import { failure } from './answer.ts'
import { appIntegrationsOperations } from './app-integrations/table.ts'
import { connectOperations } from './connect/table.ts'
import { type Operation, type Outcome, unchanged, type World } from './operation.ts'
import { operations } from './operations/table.ts'
import { createRouter, type Match } from './router.ts'

export interface HttpRequest {
  readonly method: string
  /** The raw path and query, still encoded. */
  readonly target: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const route = createRouter([...operations, ...connectOperations, ...appIntegrationsOperations])

/** The operation that a request is for; null where its path and method are of none. */
export function operationOf({ method, target }: HttpRequest): Match | null {
  return route(method, pathOf(target))
}

/** The signing name of an operation's service. */
export function serviceOf(operation: Operation): 'cases' | 'connect' | 'app-integrations' {
  if (appIntegrationsOperations.includes(operation)) return 'app-integrations'
  return connectOperations.includes(operation) ? 'connect' : 'cases'
}

export function unknownOperation({ method, target }: HttpRequest): Outcome {
  return unchanged(failure('UnknownOperationException', `There is no operation ${method} ${pathOf(target)}`))
}

/** What the service says to a request. Its changes are in the store, but not yet committed. */
export function perform({ operation, labels }: Match, { target, headers, body }: HttpRequest, world: World): Outcome {
  const query = target.slice(pathOf(target).length + 1)
  const outcome = operation.handle({ labels, query, body, contentType: headers['content-type'] ?? null }, world)
  for (const change of outcome.changes) world.store.apply(change)
  return outcome
}

function pathOf(target: string): string {
  const mark = target.indexOf('?')
  return mark < 0 ? target : target.slice(0, mark)
}
