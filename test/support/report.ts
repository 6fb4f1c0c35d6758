import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { type Figure, isMet, toLine } from './figure.ts'

/** What was measured where, by the names of its parts. */
export interface Report {
  readonly machine: string
  readonly measured: Readonly<Record<string, readonly Figure[]>>
}

/** Something that can be measured by itself. */
export type Part = () => Promise<readonly Figure[]>

export type Parts = Readonly<Record<string, Part>>

/** The parts whose names begin so, or all of them; null: there is none of that name. */
export function choose(parts: Parts, only: string | undefined): Parts | null {
  const chosen = Object.entries(parts).filter(([name]) => only === undefined || name.startsWith(only))
  return chosen.length === 0 ? null : Object.fromEntries(chosen)
}

/** Runs the parts one after the other. */
export async function measure(
  parts: Parts,
  onPart: (name: string, figures: readonly Figure[]) => void = () => {},
): Promise<Report> {
  const measured: Record<string, readonly Figure[]> = {}
  for (const [name, run] of Object.entries(parts)) {
    const figures = await run()
    measured[name] = figures
    onPart(name, figures)
  }
  return { machine: machine(), measured }
}

export function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}`
}

export function printPart(name: string, figures: readonly Figure[]): void {
  console.log(`\n${name}`)
  for (const figure of figures) console.log(toLine(figure))
}

export function printReport({ machine: where, measured }: Report): void {
  console.log(`\n${where}`)
  for (const [name, figures] of Object.entries(measured)) printPart(name, figures)
}

/** Writes the figures where a file is named. */
export function writeReport(report: Report, file: string | undefined): void {
  if (file !== undefined) writeFileSync(file, `${JSON.stringify(report, null, 2)}\n`)
}

export function isEveryGoalMet({ measured }: Report): boolean {
  return Object.values(measured).flat().every(isMet)
}
