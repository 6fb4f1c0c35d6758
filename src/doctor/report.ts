import { styleText } from 'node:util'
import type { Finding } from './verdict.ts'

const colours = { good: 'green', warning: 'yellow', wrong: 'red', skipped: 'gray' } as const

/** The findings of this as lines to read, and what was not looked at by its reason. */
export function report(of: string, findings: readonly Finding[], hasColours: boolean): string {
  const seen = findings.filter(({ outcome }) => outcome !== 'skipped')
  const widest = Math.max(...seen.map(({ id }) => id.length))
  const mark = (outcome: Finding['outcome']) => {
    const word = outcome.padEnd(8)
    return hasColours ? styleText(colours[outcome], word, { validateStream: false }) : word
  }
  const lines = seen.flatMap((finding) => {
    const cure = 'cure' in finding ? [`${' '.repeat(widest + 10)}→ ${plain(finding.cure)}`] : []
    return [`${mark(finding.outcome)} ${finding.id.padEnd(widest)} ${plain(finding.says)}`, ...cure]
  })
  const skipped = reasonsOf(findings).map((reason) => `${mark('skipped')} ${reason}`)
  return [`Contact Cases ${of}`, '', ...lines, ...skipped, '', summaryOf(findings)].join('\n')
}

/** A line for each reason, however many checks have it. */
function reasonsOf(findings: readonly Finding[]): string[] {
  const skipped = findings.filter(({ outcome }) => outcome === 'skipped')
  return [...new Set(skipped.map(({ says }) => says))].map((why) => {
    const ids = skipped.filter(({ says }) => says === why).map(({ id }) => id)
    return `${why} (${ids.join(', ')})`
  })
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).length
  const warnings = count('warning')
  return `${count('wrong')} wrong, ${warnings} warning${warnings === 1 ? '' : 's'}, ${count('good')} good, ${count('skipped')} not looked at`
}

/** What others wrote is in some sentences: nothing of it may steer a terminal. */
function plain(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?')
}
