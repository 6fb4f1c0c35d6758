import { z } from 'zod'
import { parsers } from './parsers.ts'
import { tryParser } from './try-parser.ts'

// A process of its own: a parser that never comes back can be ended. Each message names a parser.

const ask = z.object({ name: z.string(), inputs: z.int(), seed: z.int() })

process.on('message', async (message) => {
  const { name, inputs, seed } = ask.parse(message)
  const parser = parsers.find((each) => each.name === name)
  if (parser === undefined) throw new Error(`There is no parser ${name}.`)
  process.send?.(await tryParser(parser, inputs, seed))
})
process.on('disconnect', () => process.exit())
