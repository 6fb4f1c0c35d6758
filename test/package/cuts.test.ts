import { expect, test } from 'vitest'
import { buildCut } from '../../pack/cuts.ts'

/** The packages and the parts of ours that are in a page's first chunk. */
async function firstChunkOf(cut: string): Promise<string[]> {
  const { output } = await buildCut(cut)
  const [{ modules, imports }] = output
  expect(imports.filter((name) => name.startsWith('later/'))).toEqual([])
  const places = Object.keys(modules).map(
    (id) => /.*node_modules\/((@[\w-]+\/)?[\w-]+)|dist\/lib\/(.*)\.js/.exec(id) ?? [],
  )
  return [...new Set(places.map(([, installed, , own]) => installed ?? own ?? ''))]
}

const languages = ['de', 'es', 'fr', 'it', 'ja', 'ko', 'pt-br', 'zh-cn', 'zh-tw'].map((code) => `locales/${code}`)

test('a page with the panel loads no softphone, no sign-in, no SDK of AWS and no language but English at first', async () => {
  const first = await firstChunkOf('panel')
  expect(first).toEqual(expect.arrayContaining(['panel/contact-cases', 'locales/en', '@tanstack/react-virtual']))
  expect(first).not.toContain('contact/streams/streams-source')
  for (const later of [...languages, 'amazon-connect-streams', 'oidc-client-ts']) expect(first).not.toContain(later)
  expect(first.filter((name) => /^@(aws-sdk|amazon-connect)\//.test(name))).toEqual([])
})

test('a page with a softphone loads Streams when it starts it', async () => {
  const first = await firstChunkOf('panel-with-streams')
  expect(first).toContain('contact/streams/streams-source')
  expect(first).not.toContain('amazon-connect-streams')
})

test('a page in the agent workspace loads its SDK when it starts', async () => {
  const first = await firstChunkOf('panel-with-workspace')
  expect(first).toContain('contact/workspace/workspace-source')
  expect(first.filter((name) => name.startsWith('@amazon-connect/'))).toEqual([])
})

test('who asks for the query alone gets no panel, and who asks for a memory source gets nothing but sources', async () => {
  expect((await firstChunkOf('query')).filter((name) => /^(panel|locales)\//.test(name))).toEqual([])
  const ofSource = (await firstChunkOf('memory-source')).filter((name) => name !== '')
  expect(ofSource).toContain('contact/memory-source')
  expect(ofSource.filter((name) => !name.startsWith('contact/'))).toEqual([])
})
