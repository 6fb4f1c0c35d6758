import type { Frame, Page, Request } from 'playwright-core'
import { casesByName, marks } from './customers.ts'

/** What a page has shown, said and asked for, in all its documents, from the beginning. */
export interface WatchedDocuments {
  /** Cases that were on screen, at any moment, under the name of a contact that they do not belong to. */
  misplaced(): readonly string[]
  /** The cases of a contact belong to another one too, which it was transferred to. */
  inherits(contactId: string, from: string): void
  /** What is in a document now of a contact that it is not for; `viewed` is the one that the agent looks at. */
  strangers(viewed: string | null): Promise<readonly string[]>
  /** What is in any document of anybody's cases now. */
  leftovers(): Promise<readonly string[]>
  /** Questions about cases that one document has asked more than once. */
  repeated(): readonly string[]
  /** How many lists of cases were asked for, a page each. */
  listCalls(): number
  /** What was asked for does not count as a repetition from now on. */
  forgetQuestions(): void
  console(): readonly string[]
}

// Runs in every document before its own scripts. A commit of React is one change of the document.
const watch = `{
  const told = new Set()
  new MutationObserver(() => {
    for (const row of document.querySelectorAll('[data-case-id]')) {
      const name = document.querySelector('.contact-cases h2')?.textContent ?? ''
      const shown = [name, row.dataset.caseId]
      if (told.has(shown.join())) continue
      told.add(shown.join())
      tellShown(...shown)
    }
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
}`

export async function watchDocuments(page: Page): Promise<WatchedDocuments> {
  const misplaced: string[] = []
  const said: string[] = []
  const heirs = new Map<string, string>()
  let asked: { request: Request; question: string }[] = []
  await page.exposeFunction('tellShown', (name: string, caseId: string) => {
    if (!casesByName.get(name)?.includes(caseId)) misplaced.push(`${caseId} under "${name}"`)
  })
  await page.addInitScript(watch)
  page.on('console', (line) => said.push(line.text()))
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname
    // A template is read for all contacts, given up with the one on screen, and read again for the next.
    if (!path.startsWith('/api/') || request.method() !== 'POST') return
    asked.push({ request, question: `${path} ${request.postData() ?? ''}` })
  })
  // What the panel gave up, as nobody looked at it any more, was not answered.
  page.on('requestfailed', (failed) => {
    asked = asked.filter(({ request }) => request !== failed)
  })
  return {
    misplaced: () => misplaced,
    inherits: (contactId, from) => void heirs.set(contactId, from),
    async strangers(viewed) {
      const found = page.frames().map(async (frame) => {
        const contactId = (await contactOfFrame(frame)) ?? viewed
        return strangersIn(frame, heirs.get(contactId ?? '') ?? contactId)
      })
      return (await Promise.all(found)).flat()
    },
    leftovers: async () => (await Promise.all(page.frames().map((frame) => strangersIn(frame, null)))).flat(),
    repeated: () => {
      const questions = asked.map(({ request, question }) => ({ frame: request.frame(), question }))
      const isAgain = (one: (typeof questions)[number], at: number) =>
        questions.findIndex(({ frame, question }) => frame === one.frame && question === one.question) < at
      return questions.filter(isAgain).map(({ question }) => question)
    },
    listCalls: () => asked.filter(({ question }) => question.includes('/list-cases-for-contact ')).length,
    forgetQuestions() {
      asked = []
    },
    // Streams says this much itself when the agent signs out.
    console: () => said.filter((line) => !line.endsWith('TERMINATED occurred. Attempting to authenticate.')),
  }
}

async function strangersIn(frame: Frame, owner: string | null): Promise<string[]> {
  const html = await frame.evaluate<string>('document.documentElement.outerHTML')
  return [...marks].filter(([mark, contactId]) => contactId !== owner && html.includes(mark)).map(([mark]) => mark)
}

/** Whose frame it is in the agent workspace; null in all other pages. */
async function contactOfFrame(frame: Frame): Promise<string | null> {
  if (frame.parentFrame() === null) return null
  const title = await (await frame.frameElement()).getAttribute('title')
  return /^App for contact (.+)$/.exec(title ?? '')?.[1] ?? null
}
