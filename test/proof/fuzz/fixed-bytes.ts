/** In place of random ones: a proof must be the same when it is run again. */
export function fixedBytes(size: number): Uint8Array {
  return Uint8Array.from({ length: size }, (_, index) => index * 7)
}
