/** A case as the list knows it: its title and status are not part of the answer. */
export interface LinkedCase {
  readonly caseId: string
  readonly templateId: string
}

/** Cases of one answer, and the token that asks for their details together. */
export interface DetailsBatch {
  readonly detailsToken: string
  readonly caseIds: readonly string[]
}

/** One page of a contact's cases, and how it was read. */
export interface CasesPage {
  readonly cases: readonly LinkedCase[]
  readonly nextToken: string | null
  /** The tokens that brought these cases; null is the first page's. More than one where pages were joined. */
  readonly readWith: readonly (string | null)[]
  /** Whose details can be asked for; empty where the server offers none. */
  readonly batches: readonly DetailsBatch[]
  /** When the first of it was read, in milliseconds since 1970. */
  readonly readAt: number
  /** Whether the list was read again from its first page into this one: every page before it is void. */
  readonly restarted: boolean
}

/** The pages that count: from the last restart on. */
export function currentPages(pages: readonly CasesPage[]): readonly CasesPage[] {
  return pages.slice(
    Math.max(
      0,
      pages.findLastIndex((page) => page.restarted),
    ),
  )
}

/** The token of the page after these, or null at the end. A token that was used before ends the list: it would go round. */
export function nextTokenOf(pages: readonly CasesPage[]): string | null {
  const token = pages.at(-1)?.nextToken ?? null
  return currentPages(pages).some((page) => page.readWith.includes(token)) ? null : token
}

/** When the oldest of these pages was read; without pages never, which is later than any time. */
export function oldestReadOf(pages: readonly CasesPage[]): number {
  return Math.min(...currentPages(pages).map((page) => page.readAt))
}

/** Pages read in one go, as one page that replaces all before it. */
export function joinPages(pages: readonly CasesPage[]): CasesPage {
  return {
    cases: pages.flatMap((page) => page.cases),
    nextToken: nextTokenOf(pages),
    readWith: pages.flatMap((page) => page.readWith),
    batches: pages.flatMap((page) => page.batches),
    readAt: oldestReadOf(pages),
    restarted: true,
  }
}
