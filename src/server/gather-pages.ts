import type { Upstream } from './cases-gateway.ts'
import { succeed } from './result.ts'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly nextToken: string | null
}

/** The items of all pages; a page that fails spoils them all, for half a list would pass for a whole one. */
export async function gatherPages<Item>(
  getPage: (nextToken: string | null) => Upstream<Page<Item>>,
): Upstream<readonly Item[]> {
  const items: Item[] = []
  const asked = new Set<string | null>()
  let nextToken: string | null = null
  do {
    asked.add(nextToken)
    const page = await getPage(nextToken)
    if (!page.ok) return page
    items.push(...page.value.items)
    nextToken = page.value.nextToken
  } while (!asked.has(nextToken)) // null was asked first; any other token asked again would go in circles
  return succeed(items)
}
