import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'

/** A program in a terminal of its own, for tests: what a person sees of it, and what they type. */
export interface PseudoTerminal {
  /** Resolves when this stands on the screen, below what was waited for before. */
  sees(words: string): Promise<void>
  type(keys: string): void
  /** What stands on the screen at the end, below what was waited for, and how the program ended. */
  ended(): Promise<{ readonly seen: string; readonly code: number | null }>
}

export const keys = { enter: '\r', space: ' ', ctrlD: '\u0004', clear: '\u0015' } as const

/** Starts Node with these arguments, with these variables and no others. */
export function openTerminal(args: readonly string[], env: Readonly<Record<string, string>>): PseudoTerminal {
  // So wide that no line is broken.
  const command = `stty cols 250 rows 50; exec ${[process.execPath, ...args].join(' ')}`
  // The same program of two families; either gives what it starts a terminal.
  const script =
    process.platform === 'linux' ? ['-qefc', command, '/dev/null'] : ['-q', '/dev/null', 'sh', '-c', command]
  const child = spawn('script', script, { env })
  const exit = once(child, 'exit')
  let screen = ''
  let told = () => {}
  child.stdout.setEncoding('utf8').on('data', (data: string) => {
    screen = stripVTControlCharacters(`${screen}${data}`)
    told()
  })
  return {
    async sees(words) {
      while (!screen.includes(words)) {
        const more = new Promise<void>((resolve) => {
          told = resolve
        })
        const isOver = await Promise.race([more, exit])
        if (isOver) throw new Error(`It ended without "${words}": ${screen}`)
      }
      screen = screen.slice(screen.indexOf(words) + words.length)
    },
    type: (typed) => void child.stdin.write(typed),
    async ended() {
      const [code] = await exit
      return { seen: screen, code }
    },
  }
}
