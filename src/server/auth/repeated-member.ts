const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/**
 * Whether an object in this JSON, which must be valid, has two members of one name. `JSON.parse` takes the last of
 * them and another reader may take the first: RFC 7519, section 4, lets a token with such claims be refused.
 */
export function hasRepeatedMember(json: string): boolean {
  const open: Set<string>[] = []
  let text = ''
  for (const [token] of json.matchAll(tokens)) {
    if (token === '{' || token === '[') open.push(new Set())
    else if (token === '}' || token === ']') open.pop()
    else if (token === ':') {
      const name: unknown = JSON.parse(text) // "sub" and "s\u0075b" are one name
      const names = open.at(-1)
      if (names?.has(String(name))) return true
      names?.add(String(name))
    }
    text = token
  }
  return false
}
