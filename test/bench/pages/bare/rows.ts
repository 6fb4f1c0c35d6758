export interface ListedCase {
  readonly caseId: string
  readonly templateId: string
}

const templateHeight = 35
const caseHeight = 57

/** The panel's first rows of these cases, under their templates, before their details are there. */
export function rowsOf(cases: readonly ListedCase[], names: ReadonlyMap<string, string>): string {
  const groups = new Map<string, ListedCase[]>()
  for (const one of cases) groups.set(one.templateId, [...(groups.get(one.templateId) ?? []), one])
  let top = 0
  let index = 0
  const place = (height: number) => {
    const at = `data-index="${index++}" tabindex="-1" aria-rowindex="${index}" data-top="${top}"`
    top += height
    return at
  }
  const rows = [...groups].map(([templateId, own]) => {
    const name = names.get(templateId) ?? `Template ${templateId.slice(0, 8)}`
    const head = templateRow(name, own.length, place(templateHeight))
    return head + own.map(({ caseId }) => caseRow(caseId, place(caseHeight))).join('')
  })
  return `<div role="treegrid" class="contact-cases-rows" aria-label="Cases">${rows.join('')}</div>`
}

const templateRow = (name: string, count: number, at: string) => `
  <div role="row" class="contact-cases-row contact-cases-template" aria-level="1" aria-expanded="true" ${at}>
    <div role="gridcell" aria-colspan="3" class="contact-cases-template-cell">
      <button type="button" class="contact-cases-template-fold" tabindex="-1" aria-expanded="true">
        <svg class="contact-cases-icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M4 6.5 8 10.5l4-4"></path></svg>
        <bdi class="contact-cases-template-name contact-cases-cut">${escaped(name)}</bdi>
      </button>
      <span class="contact-cases-template-count">${count} cases</span>
    </div>
  </div>`

const caseRow = (caseId: string, at: string) => `
  <div role="row" class="contact-cases-row contact-cases-case" data-case-id="${escaped(caseId)}" aria-level="2" ${at}>
    <div role="gridcell" class="contact-cases-case-main">
      <span><span class="contact-cases-case-title contact-cases-cut contact-cases-case-title-id" dir="auto"
        >Case ${escaped(caseId.slice(0, 8))}</span></span>
      <span class="contact-cases-case-marks"></span>
    </div>
    <div role="gridcell" class="contact-cases-case-facts">
      <span class="contact-cases-facts-bone"><span class="contact-cases-unseen">Loading details</span></span>
    </div>
    <div role="gridcell" class="contact-cases-case-actions"><span class="contact-cases-action"></span></div>
  </div>`

function escaped(text: string): string {
  const element = document.createElement('i')
  element.textContent = text
  return element.innerHTML.replaceAll('"', '&quot;')
}
