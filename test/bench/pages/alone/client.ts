import type { CasesClient } from '../../../../src/cases/cases-client.ts'

const pageSize = 10
const templateId = 'general'

/**
 * Answers at once: contacts whose ids begin with `endless` always have another page, others have ten cases. A case is
 * named after its contact, and by how many there are before it.
 */
export function createClient(): CasesClient {
  return {
    domainId: 'domain',
    async listCasesForContact({ contactArn, nextToken }) {
      const contactId = contactArn.slice(contactArn.lastIndexOf('/') + 1)
      const first = Number(nextToken ?? 0)
      const cases = Array.from({ length: pageSize }, (_, n) => ({ caseId: `${contactId}-${first + n}`, templateId }))
      const next = contactId.startsWith('endless') ? String(first + pageSize) : null
      return { cases, nextToken: next, detailsToken: `${contactId}-${first}` }
    },
    async caseDetails({ detailsToken }) {
      const [, contactId = '', first = '0'] = /^(.*)-(\d+)$/.exec(detailsToken) ?? []
      const results = Array.from({ length: pageSize }, (_, n) => foundCase(`${contactId}-${Number(first) + n}`))
      return { results }
    },
    async listTemplates() {
      return { templates: [{ templateId, name: 'General', status: 'Active' }] }
    },
    async getTemplate() {
      return { templateId, name: 'General', status: 'Active' }
    },
  }
}

function foundCase(caseId: string) {
  return {
    outcome: 'found' as const,
    caseId,
    title: `Case ${caseId}`,
    status: { value: 'open', label: 'Open' },
    referenceNumber: '12345678',
    createdAt: '2026-11-20T08:00:00.000Z',
    updatedAt: '2026-11-23T08:00:00.000Z',
    fields: [],
  }
}
