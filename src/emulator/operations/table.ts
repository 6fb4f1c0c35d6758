import type { Operation } from '../operation.ts'
import { createCase, deleteCase, updateCase } from './case-writes.ts'
import { getCase, searchCases } from './cases.ts'
import { listCasesForContact } from './contacts.ts'
import { getDomain, listDomains } from './domains.ts'
import { getCaseEventConfiguration, putCaseEventConfiguration } from './event-configuration.ts'
import { batchPutFieldOptions, createField, updateField } from './field-writes.ts'
import { batchGetField, listFieldOptions, listFields } from './fields.ts'
import { getLayout, listLayouts } from './layouts.ts'
import { createRelatedItem, deleteRelatedItem } from './related-item-writes.ts'
import { searchAllRelatedItems, searchRelatedItems } from './related-items.ts'
import { createTemplate, deleteTemplate, updateTemplate } from './template-writes.ts'
import { getTemplate, listTemplates } from './templates.ts'

/** Everything the emulator can do; first what is asked for most. */
export const operations: readonly Operation[] = [
  ...[listCasesForContact, getCase, searchCases, createCase, updateCase, deleteCase],
  ...[searchRelatedItems, searchAllRelatedItems, createRelatedItem, deleteRelatedItem],
  ...[listTemplates, getTemplate, createTemplate, updateTemplate, deleteTemplate],
  ...[listFields, batchGetField, listFieldOptions, createField, updateField, batchPutFieldOptions],
  ...[listLayouts, getLayout],
  ...[listDomains, getDomain],
  ...[getCaseEventConfiguration, putCaseEventConfiguration],
]
