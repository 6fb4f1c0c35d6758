import type { CDPSession } from 'playwright-core'
import { z } from 'zod'

const snapshot = z.object({
  snapshot: z.object({
    meta: z.object({ node_fields: z.array(z.string()), node_types: z.tuple([z.array(z.string())], z.unknown()) }),
  }),
  nodes: z.array(z.number()),
})

/** What scripts made: not what the engine compiles as functions grow hot, nor what the browser notes for DevTools. */
const made = [
  'object',
  'closure',
  'array',
  'string',
  'concatenated string',
  'sliced string',
  'regexp',
  'number',
  'bigint',
]

/** How many bytes of the page's heap are objects of scripts. */
export async function objectBytesOf(cdp: CDPSession): Promise<number> {
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take)
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take)
  const { snapshot: about, nodes } = snapshot.parse(JSON.parse(chunks.join('')))
  const { node_fields: fields, node_types: types } = about.meta
  const [typeAt, sizeAt] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let bytes = 0
  for (let node = 0; node < nodes.length; node += fields.length) {
    const type = types[0][nodes[node + typeAt] ?? -1]
    if (type !== undefined && made.includes(type)) bytes += nodes[node + sizeAt] ?? 0
  }
  return bytes
}
