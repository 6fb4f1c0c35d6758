import { readFile } from 'node:fs/promises'
import { type PageConfig, pageConfigSchema } from '../contract/page-config.ts'
import { fieldErrors } from './failure.ts'
import { fail, type Result, succeed } from './result.ts'

/** The page's settings from a file, or one line that says what is wrong with it and where. */
export async function readPageConfig(path: string): Promise<Result<PageConfig, string>> {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return fail(`${path}: cannot be read`)
  const json = parseJson(text)
  if (!json.ok) return fail(`${path}: is not JSON`)
  const parsed = pageConfigSchema.safeParse(json.value)
  if (parsed.success) return succeed(parsed.data)
  const wrong = fieldErrors(parsed.error, 'the file').map(({ field, detail }) => `${field}: ${detail}`)
  return fail(`${path}: ${wrong.join('; ')}`)
}

function parseJson(text: string): Result<unknown, null> {
  try {
    return succeed(JSON.parse(text))
  } catch {
    return fail(null)
  }
}
