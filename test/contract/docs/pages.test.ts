import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import manifest from '../../../package.json' with { type: 'json' }
import { pages, snippets, tableOf } from '../../support/documentation.ts'

/** As GitHub makes them of headings. */
function anchorsOf(text: string): string[] {
  const headings = text.replaceAll(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.*)$/gm)
  return Array.from(headings, ([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

const links = [...pages]
  .flatMap(([page, text]) => Array.from(text.matchAll(/\]\(([^)\s]+)\)/g), ([, target = '']) => ({ page, target })))
  .filter(({ target }) => !/^https?:/.test(target))

test('every link between pages leads somewhere', () => {
  const broken = links.filter(({ page, target }) => {
    const [file = '', anchor] = target.split('#')
    const path = file === '' ? page : posix.join(posix.dirname(page), file)
    return !existsSync(path) || (anchor !== undefined && !anchorsOf(pages.get(path) ?? '').includes(anchor))
  })
  expect(links.length).toBeGreaterThan(30)
  expect(broken).toEqual([])
})

test('the README leads to every page', () => {
  const led = links.filter(({ page }) => page === 'README.md').map(({ target }) => target.split('#')[0])
  expect([...pages.keys()].filter((path) => path !== 'README.md' && !led.includes(path))).toEqual([])
})

// A kind without a check would be code that nobody has run. What checks each is beside it.
const kinds: readonly RegExp[] = [
  /^(ts|tsx) \S+$/, // types.test.ts; those of the README: test/package
  /^html \S+\.html$/, // test/e2e/documentation.test.ts, test/e2e/frame.test.ts
  /^json (config\.json|auth|seed\.json)$/, // settings.test.ts
  /^json (problem|cases_shown)$/, // commands.test.ts
  /^json policy$/, // deploy/cdk/contact-cases-stack.test.ts
  /^env $/, // settings.test.ts
  /^(sh|css) $/, // here; what asks the emulator: commands.test.ts
]

test('every snippet is of a kind that is checked', () => {
  const others = snippets.filter(({ language, is }) => !kinds.some((kind) => kind.test(`${language} ${is}`)))
  expect(others.map(({ code }) => code)).toEqual([expect.stringContaining('ContactSource → DeskState')])
})

/** What `npx connect-contact-cases` knows. */
function commands(): readonly string[] {
  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'src/bin.ts', '--help'], { encoding: 'utf8' })
  return Array.from(stdout.matchAll(/^ {2}(\w+) /gm), ([, name = '']) => name)
}

test('shells are given commands that there are', { timeout: 30_000 }, () => {
  const given = [...pages.values()].flatMap((text) => [
    ...text.matchAll(/(npm run|npx connect-contact-cases) ([\w:]+)/g),
  ])
  const known = new Map([
    ['npm run', Object.keys(manifest.scripts)],
    ['npx connect-contact-cases', commands()],
  ])
  expect(given.length).toBeGreaterThan(15)
  const others = given.filter(([, program = '', name = '']) => !known.get(program)?.includes(name))
  expect(others.map(([text]) => text)).toEqual([])
})

test('styles set tokens that there are', () => {
  const set = snippets
    .filter(({ language }) => language === 'css')
    .flatMap(({ code }) => code.match(/--[a-z-]+/g) ?? [])
  expect(set).not.toEqual([])
  expect(tableOf('docs/embed-react.md', '| Token |').map(([token]) => token)).toEqual(expect.arrayContaining(set))
})
