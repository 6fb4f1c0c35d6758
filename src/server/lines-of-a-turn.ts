import type { DestinationStream } from 'pino'

interface TurnLines extends DestinationStream {
  /** Writes what waits. */
  flush(): void
}

/**
 * Lines that are written together, those of one turn of the event loop in one go: to write costs more than to make
 * them. Whoever kills the process takes with it the lines of the turn it is in, and no others.
 */
export function linesOfATurn(
  write: (lines: string) => void,
  atItsEnd: (flush: () => void) => void = setImmediate,
): TurnLines {
  let lines = ''
  const flush = () => {
    const written = lines
    lines = ''
    if (written !== '') write(written)
  }
  return {
    write(line) {
      if (lines === '') atItsEnd(flush)
      lines += line
    },
    flush,
  }
}
