import { z } from 'zod'
import { appIntegrationsOperations } from '../app-integrations/table.ts'
import { connectOperations } from '../connect/table.ts'
import { operations } from '../operations/table.ts'

const names: ReadonlySet<string> = new Set(
  [...operations, ...connectOperations, ...appIntegrationsOperations].map((operation) => operation.name),
)

/** A misspelt operation would be a switch that does nothing. */
export const operationName = z
  .string()
  .refine((name) => names.has(name), { error: ({ input }) => `"${input}" is not an operation of the emulator` })
