/** A case as the list knows it: its title and status are not part of the answer. */
export interface LinkedCase {
  readonly caseId: string
  readonly templateId: string
}

/** One page of a contact's cases, and how it was read. */
export interface CasesPage {
  readonly cases: readonly LinkedCase[]
  readonly nextToken: string | null
  /** The tokens that brought these cases; null is the first page's. More than one where pages were joined. */
  readonly readWith: readonly (string | null)[]
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

/** Pages read in one go, as one page that replaces all before it. */
export function joinPages(pages: readonly CasesPage[]): CasesPage {
  return {
    cases: pages.flatMap((page) => page.cases),
    nextToken: nextTokenOf(pages),
    readWith: pages.flatMap((page) => page.readWith),
    restarted: true,
  }
}
