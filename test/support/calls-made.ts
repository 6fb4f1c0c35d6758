import type { ConnectCasesClient } from '@aws-sdk/client-connectcases'

/** How often a client called each operation, counted in the client: it holds for any endpoint. */
export function countCalls(client: ConnectCasesClient): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const operation = commandName.replace(/Command$/, '')
        counts.set(operation, (counts.get(operation) ?? 0) + 1)
        return next(args)
      },
    { step: 'initialize' },
  )
  return counts
}
