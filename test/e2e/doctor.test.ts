import { expect, onTestFinished, test } from 'vitest'
import { complaints, diagnose } from '../support/deployment.ts'
import { startDesktop } from '../support/desktop.ts'

test('the doctor says nothing against the page as it is built', async () => {
  const desktop = await startDesktop()
  onTestFinished(desktop.close)
  const findings = await diagnose(desktop.url)
  expect(complaints(findings)).toEqual([])
  expect(findings).toContainEqual(expect.objectContaining({ id: 'assets', outcome: 'good' }))
})
