import { readFileSync } from 'node:fs'
import { relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import type { Folder } from './folders.ts'

type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

/** One small change to the source, and what the tests made of it. */
export interface Mutant {
  /** `src/cases/case-order.ts: a < b → a <= b`: the same wherever in the file it moves to. */
  readonly change: string
  readonly line: number
  readonly outcome: 'killed' | 'survived' | 'uncovered'
}

/**
 * Makes every change that StrykerJS knows to the folder's sources, each by itself, and runs the tests that reach it.
 * What was known before of code and tests that have not changed since is kept in `.cache/mutation`.
 */
export async function mutantsOf(name: string, { mutate }: Folder, isAnew: boolean): Promise<readonly Mutant[]> {
  process.env['MUTATED_FOLDER'] = name
  const stryker = new Stryker({
    mutate: [...mutate],
    testRunner: 'vitest',
    plugins: [import.meta.resolve('@stryker-mutator/vitest-runner')],
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    incremental: true,
    incrementalFile: `.cache/mutation/${name}.json`,
    force: isAnew,
    // Of a copy, so that nobody who works on the sources meanwhile meets a mutant. Vite reads every tsconfig.json.
    tempDirName: `.cache/mutation/${name}`,
    ignorePatterns: ['.cache', 'dist', 'docs', 'test/e2e', 'test/contract'],
    // StrykerJS would rewrite it with TypeScript's API, which version 7 does not have; a name that nothing has stops it.
    tsconfigFile: 'none',
    reporters: ['progress-append-only'],
    warnings: false,
  })
  return (await stryker.runMutationTest()).flatMap(toMutant)
}

const outcomes: Partial<Record<MutantResult['status'], Mutant['outcome']>> = {
  Killed: 'killed',
  Timeout: 'killed',
  Survived: 'survived',
  NoCoverage: 'uncovered',
}

function toMutant({ fileName, location, replacement, status }: MutantResult): readonly Mutant[] {
  const outcome = outcomes[status]
  if (outcome === undefined) return []
  const file = relative('.', fileName)
  const change = `${file}: ${inShort(textAt(file, location))} → ${inShort(replacement)}`
  return [{ change, line: location.start.line, outcome }]
}

function textAt(file: string, { start, end }: MutantResult['location']): string {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, i) => line.slice(i === 0 ? start.column - 1 : 0, i === last ? end.column - 1 : undefined))
    .join('\n')
}

function inShort(code: string): string {
  const oneLine = code.replaceAll(/\s+/g, ' ')
  return oneLine.length > 100 ? `${oneLine.slice(0, 99)}…` : oneLine
}
