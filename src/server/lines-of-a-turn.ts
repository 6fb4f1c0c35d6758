import { type DestinationStream, pino } from 'pino'

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

/** stdout by turns; a process that ends, by itself or by a mistake of ours, writes what waits. */
export function stdoutByTurns(): DestinationStream {
  const stdout = pino.destination({ sync: true })
  const lines = linesOfATurn((text) => stdout.write(text))
  process.once('exit', lines.flush)
  return lines
}
