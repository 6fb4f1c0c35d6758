import { readdirSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { z } from 'zod'
import { atMost, type Figure, figure } from '../support/figure.ts'
import { round } from './statistics.ts'

const packageFile = z.object({
  'size-limit': z.array(z.object({ name: z.string(), path: z.string(), limit: z.string() })),
})

/** What the page's files weigh over the wire, and whether their limits are no more than 3 % above that. */
export async function sizeFigures(): Promise<Figure[]> {
  const { 'size-limit': limits } = packageFile.parse(JSON.parse(readFileSync('package.json', 'utf8')))
  const ofThePage = limits.filter(({ path }) => path.startsWith('dist/page/'))
  return ofThePage.flatMap(({ name, path, limit }) => {
    const kB = round(sizeOf(path) / 1_000)
    const limitKb = Number.parseFloat(limit)
    return [
      figure(`${name}, brotli`, kB, atMost(limitKb), 'kB'),
      figure('  its limit, as a part of that', round(limitKb / kB), atMost(1.03)),
    ]
  })
}

/** Of the files that a pattern with one star names. */
function sizeOf(path: string): number {
  const [, directory = '', before = '', after = ''] = /^(.*\/)([^*]*)\*(.*)$/.exec(path) ?? []
  const names = readdirSync(directory).filter((name) => name.startsWith(before) && name.endsWith(after))
  return names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(`${directory}${name}`)).length, 0)
}
