import { afterEach, onTestFinished, test } from 'vitest'
import { createEmulator } from '../../src/emulator/emulator.ts'
import { type Desktop, startDesktop } from '../support/desktop.ts'

let desktop: Desktop

afterEach(async () => {
  await desktop.closePages()
  await desktop.close()
})

/** Brings the service back where it was. */
async function restartEmulator({ emulator }: Desktop): Promise<void> {
  const restarted = await createEmulator({
    seed: emulator.seed,
    quotas: 'off',
    port: Number(new URL(emulator.url).port),
  })
  onTestFinished(() => restarted.close())
}

test('a failing "Load more" loses nothing on screen, and goes on when the service is back', async () => {
  desktop = await startDesktop()
  const desk = await desktop.open()
  await desktop.ring(desk, 11)
  await desk.panel.getByText('10 cases loaded, there are more', { exact: true }).waitFor()
  await desktop.emulator.close()
  await desk.panel.getByRole('button', { name: 'Load up to 10 more' }).click()
  await desk.panel.getByRole('alert').getByText('Not all cases could be loaded.').waitFor()
  await desk.panel.getByText('10 cases loaded, there are more', { exact: true }).waitFor()
  await restartEmulator(desktop)
  await desk.panel.getByRole('button', { name: 'Try again' }).click()
  await desk.panel.getByText('11 cases', { exact: true }).waitFor()
})

test('a service that is away is an error with a retry, and the retry shows the cases', async () => {
  desktop = await startDesktop()
  const desk = await desktop.open()
  await desktop.emulator.close()
  await desktop.ring(desk, 3)
  await desk.panel.getByText('Cases could not be loaded').waitFor()
  await restartEmulator(desktop)
  await desk.panel.getByRole('button', { name: 'Try again' }).click()
  await desk.panel.getByText('3 cases', { exact: true }).waitFor()
})

test('a domain that does not exist is said so, not an empty list', async () => {
  desktop = await startDesktop({ domainId: 'no-such-domain' })
  const desk = await desktop.open()
  await desktop.ring(desk, 3)
  await desk.panel.getByText('The contact or the domain was not found.', { exact: false }).waitFor()
})

test('a softphone that is not there is said so', async () => {
  desktop = await startDesktop({ ccpUrl: 'http://127.0.0.1:9/ccp-v2/' })
  const page = await desktop.openPage()
  await page.getByText('The contact control panel does not answer').waitFor({ timeout: 25_000 })
})

test('settings that cannot be used are named', async () => {
  desktop = await startDesktop({ domainId: '' })
  const page = await desktop.openPage()
  await page.getByRole('alert').getByText('The settings cannot be used').waitFor()
  await page.getByText('/config.json: domainId must be a text of 1 to 500 characters.').waitFor()
})
