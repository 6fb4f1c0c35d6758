import { fail, type Result, succeed } from '../../src/server/result.ts'

/** Options that must be whole numbers, or a sentence that names the one that is not. */
export function wholeNumbers<Name extends string>(
  texts: Readonly<Record<Name, string>>,
): Result<Readonly<Record<Name, number>>, string> {
  const wrong = Object.entries<string>(texts).find(([, text]) => !/^[1-9]\d{0,8}$/.test(text))
  if (wrong !== undefined) return fail(`--${wrong[0]} must be a whole number from 1, not ${JSON.stringify(wrong[1])}.`)
  const numbers = Object.entries<string>(texts).map(([name, text]) => [name, Number(text)])
  return succeed(Object.fromEntries(numbers))
}
