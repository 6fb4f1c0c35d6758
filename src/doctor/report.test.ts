import { expect, test } from 'vitest'
import { report } from './report.ts'

test('findings are lines, and what to do stands below', () => {
  const findings = [
    { id: 'page', title: 'The page answers', outcome: 'good', says: 'The page is there.' },
    { id: 'framing', title: '', outcome: 'wrong', says: 'Any page may frame it.', cure: 'Name those who shall.' },
    { id: 'hsts', title: '', outcome: 'skipped', says: 'There is no https.' },
  ] as const
  expect(report('at https://cases.example.com', findings, false)).toMatchInlineSnapshot(`
    "Contact Cases at https://cases.example.com

    good     page    The page is there.
    wrong    framing Any page may frame it.
                     → Name those who shall.
    skipped  There is no https. (hsts)

    1 wrong, 0 warnings, 1 good, 1 not looked at"
  `)
})

test('what others wrote does not steer the terminal', () => {
  const says = '/config.json: \u001b[2J knows no member \u202ex.'
  const said = report(
    'at https://a.example',
    [{ id: 'config', title: '', outcome: 'wrong', says, cure: 'Mend it.' }],
    false,
  )
  expect(said).toContain('/config.json: ?[2J knows no member ?x.')
})

test('a terminal gets colours', () => {
  const said = report('at https://a.example', [{ id: 'page', title: '', outcome: 'good', says: 'There.' }], true)
  expect(said).toContain('\u001b[32mgood')
})
