import type { Domain } from '../domain.ts'

// A page shows no more, and a domain may have a million.
const mostRows = 100
const mostCaseIds = 10

interface Rows<T> {
  readonly total: number
  readonly first: readonly T[]
}

/** What the inspector shows of a domain. */
export interface DomainView {
  readonly cases: Rows<{ caseId: string; title: string; status: string; template: string }>
  readonly contacts: Rows<{ contactArn: string; caseCount: number; caseIds: readonly string[] }>
}

/** The cases whose id or title, and the contacts whose ARN has the text in it; all for an empty text. */
export function viewDomain(domain: Domain, text: string): DomainView {
  const wanted = text.trim().toLowerCase()
  const has = (given: string) => given.toLowerCase().includes(wanted)
  const cases = [...domain.cases.values()].filter((one) => has(one.caseId) || has(shown(one.fields['title'])))
  const contacts = [...domain.relatedItems.linksByContact].filter(([contactArn]) => has(contactArn))
  return {
    cases: rows(cases, ({ caseId, templateId, fields }) => ({
      caseId,
      title: shown(fields['title']),
      status: shown(fields['status']),
      template: domain.templates.get(templateId)?.name ?? templateId,
    })),
    contacts: rows(contacts, ([contactArn, linked]) => ({
      contactArn,
      caseCount: linked.size,
      caseIds: [...linked.keys()].slice(0, mostCaseIds),
    })),
  }
}

function rows<A, B>(items: readonly A[], rowOf: (item: A) => B): Rows<B> {
  return { total: items.length, first: items.slice(0, mostRows).map(rowOf) }
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)
}
