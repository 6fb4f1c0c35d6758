/** An agent's id: the same login always gives the same one, in the form of a UUID. */
export function agentId(login: string): string {
  const hex = ['a', 'b', 'c', 'd'].map((salt) => fnv1a(salt + login)).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** FNV-1a, 32 bits: enough to tell made-up agents apart. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
