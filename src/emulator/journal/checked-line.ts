import { crc32 } from 'node:zlib'

/** The value as JSON on a line of its own, behind a checksum of it. */
export function toCheckedLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${checksumOf(json)} ${json}\n`
}

/** The value of such a line without its end, or undefined where it is not what was written. */
export function readCheckedLine(line: string): unknown {
  const json = line.slice(9)
  return line.slice(0, 9) === `${checksumOf(json)} ` ? JSON.parse(json) : undefined
}

function checksumOf(json: string): string {
  return crc32(json).toString(16).padStart(8, '0')
}
