import type { RowField } from '../contract/answers.ts'
import type { CaseDetails } from './case-details.ts'
import type { CaseRow } from './case-rows.ts'

/** Text as it is compared: without case, and without accents and other marks. "Élodie" and "elodie" are one. */
function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/**
 * Tells whether a case has every word of the filter in what an agent can read of it; an empty filter takes all.
 * `templateNameOf` names a template, null where nobody knows it.
 */
export function createCaseFilter(
  filter: string,
  templateNameOf: (templateId: string) => string | null,
): (row: CaseRow) => boolean {
  const words = foldText(filter).split(/\s/).filter(Boolean)
  const templateTexts = new Map<string, string>()
  function templateText(templateId: string): string {
    const known = templateTexts.get(templateId)
    if (known !== undefined) return known
    const text = foldText(templateNameOf(templateId) ?? '')
    templateTexts.set(templateId, text)
    return text
  }
  return ({ caseId, templateId, details }) => {
    if (words.length === 0) return true
    const text = `${caseId.toLowerCase()}\n${templateText(templateId)}\n${detailsText(details)}`
    return words.every((word) => text.includes(word))
  }
}

// Folding thousands of titles at each key would be felt; an answer never changes, so it is folded once.
const folded = new WeakMap<CaseDetails, string>()

function detailsText(details: CaseDetails): string {
  if (details.status !== 'known') return ''
  const known = folded.get(details)
  if (known !== undefined) return known
  const { title, referenceNumber, status, fields } = details.found
  const texts = [title, referenceNumber, status?.value, status?.label, ...fields.flatMap(fieldTexts)]
  const text = foldText(texts.join('\n')) // null is joined as nothing
  folded.set(details, text)
  return text
}

// Not booleans and times: their words depend on the language, and "true" is not on screen.
function fieldTexts({ type, value }: RowField): (string | null)[] {
  if (value === null || type === 'Boolean' || type === 'DateTime') return []
  return typeof value === 'object' ? [value.value, value.label] : [String(value)]
}
