import type { FoundCase, TemplateResponse } from '../contract/answers.ts'

/** A case of the demo: what the list and the details say of it. */
export interface DemoCase extends Omit<FoundCase, 'outcome'> {
  readonly templateId: string
  /** Why its details cannot be read. */
  readonly detailsFail?: 'case_not_found' | 'upstream_failed'
}

export const minute = 60_000
const hour = 60 * minute
export const day = 24 * hour

/** The templates of the demo's domain; the last one is not listed any more. */
export const templates = [
  { templateId: 'billing', name: 'Billing dispute', status: 'Active' },
  { templateId: 'delivery', name: 'Delivery problem', status: 'Active' },
  { templateId: 'legacy', name: 'Address change (2019)', status: 'Inactive' },
  { templateId: 'fax', name: 'Fax request', status: 'Deleted' },
] as const satisfies readonly TemplateResponse[]

export type TemplateId = (typeof templates)[number]['templateId'] | 'unheard-of'

const titles = [
  'Charged twice for the March invoice',
  'Refund has not arrived',
  'Discount code was not applied',
  'Invoice shows the wrong company name',
  'Card declined, money reserved all the same',
  'Parcel left with a neighbour who moved away',
  'Blue kettle arrived without a lid',
  'Courier rang at the old address',
  'Delivery slot missed for the third time',
  'Return label cannot be printed',
  'Wants a copy of the contract',
]

const open = { value: 'open', label: 'Open' }
const closed = { value: 'closed', label: 'Closed' }

/** A case like an agent meets: the number says how it is called and how old it is. */
export function caseOf(now: number, number: number, more: Partial<DemoCase> = {}): DemoCase {
  // No order of the list is the order of their ages.
  const age = (((number * 7) % 11) ** 2 * 7 + 4.3) * minute
  const title = titles[number % titles.length] ?? null
  return {
    caseId: idOf(number),
    templateId: number % 11 < 5 ? 'billing' : 'delivery',
    title: number < titles.length ? title : `${title} (${number})`,
    status: number % 3 === 2 ? closed : open,
    referenceNumber: String(10_000_000 + number * 1_013),
    createdAt: new Date(now - age - day).toISOString(),
    updatedAt: new Date(now - age).toISOString(),
    fields: [],
    ...more,
  }
}

// Ids of cases begin differently: a panel may show only their first characters.
function idOf(number: number): string {
  return `${((number + 1) * 0x9e3779b1).toString(16).slice(-8).padStart(8, '0')}-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** The first cases, as many as asked for. */
export function casesOf(now: number, count: number, first = 0): readonly DemoCase[] {
  return Array.from({ length: count }, (_, index) => caseOf(now, first + index))
}
