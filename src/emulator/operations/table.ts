import type { Operation } from '../operation.ts'
import { createCase, deleteCase, updateCase } from './case-writes.ts'
import { getCase, searchCases } from './cases.ts'
import { listCasesForContact } from './contacts.ts'
import { getDomain, listDomains } from './domains.ts'
import { createRelatedItem, deleteRelatedItem } from './related-item-writes.ts'
import { getTemplate, listTemplates } from './templates.ts'

/** Everything the emulator can do. */
export const operations: readonly Operation[] = [
  listCasesForContact,
  createCase,
  getCase,
  updateCase,
  deleteCase,
  searchCases,
  createRelatedItem,
  deleteRelatedItem,
  listTemplates,
  getTemplate,
  listDomains,
  getDomain,
]
