import { expect } from 'vitest'
import { ccpOf } from './ccp.ts'
import { contactWithCases, defaultSeed } from './emulator.ts'
import { listedCases } from './listed-cases.ts'
import { launchTestBrowser } from './test-browser.ts'

/** Lets a contact of the shipped seed ring on this page, and sees exactly its cases. */
export async function showsCases(url: string): Promise<void> {
  const { contactArn, caseIds } = contactWithCases(defaultSeed(), 3)
  const browser = await launchTestBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(url)
    const ccp = await ccpOf(page)
    await ccp.incoming({ channel: 'chat', contactId: contactArn.split('/').at(-1) ?? '' })
    const panel = page.getByRole('region', { name: 'Contact cases' })
    await panel.getByText('3 cases', { exact: true }).first().waitFor()
    expect((await listedCases(panel)).toSorted()).toEqual(caseIds.toSorted())
    await browser.closePages()
  } finally {
    await browser.close()
  }
}
