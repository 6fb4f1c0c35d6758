/** A time as these services' answers have it: seconds since 1970. */
export function epochSeconds(isoTime: string): number {
  return Date.parse(isoTime) / 1000
}
