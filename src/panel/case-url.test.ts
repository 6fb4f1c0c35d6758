import { expect, test } from 'vitest'
import { caseUrl } from './case-url.ts'

test('the case id goes where the template says, encoded', () => {
  expect(caseUrl('https://example.com/cases/{caseId}?tab={caseId}', 'a/b c')).toBe(
    'https://example.com/cases/a%2Fb%20c?tab=a%2Fb%20c',
  )
})

test('a case id is text, not a replacement pattern', () => {
  expect(caseUrl('https://example.com/{caseId}', "$&$'")).toBe("https://example.com/%24%26%24'")
})
