import { expect, test } from 'vitest'
import onAnyPage from '../../docs/embed-anywhere.md?raw'
import inReact from '../../docs/embed-react.md?raw'
import { attributeNames } from './element-attributes.ts'
import type { MountOptions } from './mount-contact-cases.tsx'

/** What the first column of the table under this head names. */
function namesIn(head: string): string[] {
  const table = inReact.slice(inReact.indexOf(head)).split('\n\n')[0] ?? ''
  return [...table.matchAll(/^\| `([^`]+)`/gm)].map(([, name = '']) => name)
}

const props = {
  source: true,
  client: true,
  signIn: true,
  queryClient: true,
  locale: true,
  words: true,
  strings: true,
  formats: true,
  preferences: true,
  caseUrlTemplate: true,
  onOpenCase: true,
  openCases: true,
  theme: true,
  density: true,
  autoLoadMore: true,
  visibility: true,
  renderCase: true,
  caseActions: true,
  renderHeader: true,
  renderEmpty: true,
  onCasesChanged: true,
  onProblem: true,
} satisfies Record<keyof MountOptions, true>

test('the documentation lists every prop of the panel', () => {
  expect(namesIn('| Prop |')).toEqual(Object.keys(props))
})

test('the documentation names every attribute of the element', () => {
  const [, named = ''] = /`<contact-cases>` has the attributes ([^;]*);/.exec(onAnyPage) ?? []
  expect([...named.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(attributeNames)
})
