/** Licences that ask for no more than their text and the names of the authors. */
const free = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', 'Zlib'])

// What only develops and tests goes to nobody: its own source stays open (MPL), its font stays a font (OFL),
// its tables name their authors (CC-BY).
const freeToUse = new Set([...free, 'MPL-2.0', 'OFL-1.1', 'CC-BY-4.0'])

/** Whether a package of this licence, an SPDX expression, may be here; `isProduction`: it goes to others. */
export function isAllowed(expression: string | undefined, isProduction: boolean): boolean {
  const allowed = isProduction ? free : freeToUse
  const alternatives = (expression ?? '').replaceAll(/[()]/g, '').split(' OR ')
  // Brackets around an OR within an AND would mean something else; there are none, and they would not be allowed.
  if (/\([^)]* OR [^)]*\) AND | AND \([^)]* OR /.test(expression ?? '')) return false
  return alternatives.some((alternative) => alternative.split(' AND ').every((licence) => allowed.has(licence)))
}
