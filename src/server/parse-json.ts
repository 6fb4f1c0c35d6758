/** The JSON of a text; null, which no schema of ours takes, where there is no text, or no JSON in it. */
export function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return null
  }
}
