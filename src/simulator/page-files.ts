import type { DeskSetup } from './desk/setup.ts'

/** Where the pages are served. */
export const pageBases = ['/ccp-v2/', '/workspace/'] as const

export type PageBase = (typeof pageBases)[number]

/** A page's files by their paths below its base. */
export type PageFiles = ReadonlyMap<string, Uint8Array>

export type ReadPage = (base: PageBase) => Promise<PageFiles>

/** Whether there is a page at this path. */
export function isPageBase(path: string): path is PageBase {
  return pageBases.some((base) => base === path)
}

/** The page's HTML with what it needs to know; `<` is escaped so that no label can end the script element. */
export function withSetup(html: string, setup: DeskSetup): string {
  return html.replace('id="setup">null', () => `id="setup">${JSON.stringify(setup).replaceAll('<', '\\u003c')}`)
}
