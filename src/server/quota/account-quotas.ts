import type { Quota } from './call-budget.ts'

/** What the server asks of a new account: "Amazon Connect Cases service quotas" in the Administrator Guide. */
export const accountQuotas = {
  ListCasesForContact: { rate: 2, burst: 2 },
  SearchCases: { rate: 2, burst: 10 },
  GetCase: { rate: 4, burst: 10 },
  ListTemplates: { rate: 2, burst: 10 },
  GetTemplate: { rate: 6, burst: 20 },
  ListFields: { rate: 2, burst: 5 },
  ListFieldOptions: { rate: 6, burst: 16 },
  // Of Amazon Connect itself, with sign-in: "API throttling quotas" of that guide. Where it names no operation, its line
  // of all the others holds.
  DescribeContact: { rate: 10, burst: 15 },
  GetCurrentUserData: { rate: 2, burst: 5 },
  SearchUsers: { rate: 2, burst: 5 },
} as const satisfies Readonly<Record<string, Quota>>

/** The operations that the server calls, each with a quota of its own. */
export type Operation = keyof typeof accountQuotas

/** Something for each operation that the server calls. */
export function forEachOperation<T>(make: (operation: Operation) => T): Readonly<Record<Operation, T>> {
  // The keys of the table are the operations, all of them: TypeScript has the keys of any object as texts.
  const operations = Object.keys(accountQuotas) as Operation[]
  return Object.fromEntries(operations.map((each) => [each, make(each)])) as Record<Operation, T>
}

/** Of each operation its quota; `off`: it has none, as an emulator may be told. */
export type Quotas = Readonly<Record<Operation, Quota | 'off'>>
