/** One thing that was measured, and what it should be. */
export interface Figure {
  readonly name: string
  readonly measured: number
  /** null: there is none, the figure explains the others. */
  readonly goal: { readonly is: 'at most' | 'at least' | 'exactly'; readonly value: number } | null
  readonly unit: string
}

export const atMost = (value: number) => ({ is: 'at most', value }) as const
export const atLeast = (value: number) => ({ is: 'at least', value }) as const
export const exactly = (value: number) => ({ is: 'exactly', value }) as const

export function figure(name: string, measured: number, goal: Figure['goal'], unit = ''): Figure {
  return { name, measured, goal, unit }
}

/** Whether the goal is met; a figure that could not be measured meets none. */
export function isMet({ measured, goal }: Figure): boolean {
  if (goal === null) return true
  if (goal.is === 'exactly') return measured === goal.value
  return goal.is === 'at most' ? measured <= goal.value : measured >= goal.value
}

/** One line: what was measured, the goal, and whether it is met or by how much it is not. */
export function toLine(figure: Figure): string {
  const { name, measured, goal, unit } = figure
  const line = `  ${name.padEnd(66)} ${textOf(measured)}${unit && ` ${unit}`}`
  if (goal === null) return line
  const verdict = isMet(figure) ? 'met' : `NOT MET${byHowMuch(measured, goal.value)}`
  return `${line}, goal ${goal.is} ${textOf(goal.value)}: ${verdict}`
}

function byHowMuch(measured: number, goal: number): string {
  return Number.isNaN(measured) ? '' : ` by ${textOf(Math.abs(measured - goal))}`
}

function textOf(value: number): string {
  if (Number.isNaN(value)) return 'not measured'
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)))
}
