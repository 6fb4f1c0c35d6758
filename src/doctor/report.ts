import { styleText } from 'node:util'
import type { Finding } from './verdict.ts'

const colours = { good: 'green', warning: 'yellow', wrong: 'red', skipped: 'gray' } as const

/** The findings as lines to read. What others wrote is in some: nothing of it may steer a terminal. */
export function report(page: string, findings: readonly Finding[], hasColours: boolean): string {
  const widest = Math.max(...findings.map(({ id }) => id.length))
  const lines = findings.flatMap((finding) => {
    const { outcome, id, says } = finding
    const mark = hasColours
      ? styleText(colours[outcome], outcome.padEnd(8), { validateStream: false })
      : outcome.padEnd(8)
    const cure = 'cure' in finding ? [`${' '.repeat(widest + 10)}→ ${plain(finding.cure)}`] : []
    return [`${mark} ${id.padEnd(widest)} ${plain(says)}`, ...cure]
  })
  return [`Contact Cases at ${page}`, '', ...lines, '', summaryOf(findings)].join('\n')
}

function summaryOf(findings: readonly Finding[]): string {
  const count = (outcome: Finding['outcome']) => findings.filter((finding) => finding.outcome === outcome).length
  const warnings = count('warning')
  return `${count('wrong')} wrong, ${warnings} warning${warnings === 1 ? '' : 's'}, ${count('good')} good, ${count('skipped')} not looked at`
}

function plain(text: string): string {
  return text.replaceAll(/\p{C}/gu, '?')
}
