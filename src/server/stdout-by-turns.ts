import { type DestinationStream, pino } from 'pino'
import { linesOfATurn } from './lines-of-a-turn.ts'

/** stdout by turns; a process that ends, by itself or by a mistake of ours, writes what waits. */
export function stdoutByTurns(): DestinationStream {
  const stdout = pino.destination({ sync: true })
  const lines = linesOfATurn((text) => stdout.write(text))
  process.once('exit', lines.flush)
  return lines
}
