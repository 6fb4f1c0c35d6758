import type { Operation } from '../operation.ts'
import { getCase, searchCases } from './cases.ts'
import { listCasesForContact } from './contacts.ts'
import { getDomain, listDomains } from './domains.ts'
import { getTemplate, listTemplates } from './templates.ts'

/** Everything the emulator can do. */
export const operations: readonly Operation[] = [
  listCasesForContact,
  getCase,
  searchCases,
  listTemplates,
  getTemplate,
  listDomains,
  getDomain,
]
