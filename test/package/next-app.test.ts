import { afterAll, beforeAll, test } from 'vitest'
import { createFreshApp, type FreshApp } from '../support/fresh-app.ts'
import { showsCases } from '../support/shows-cases.ts'

let app: FreshApp

beforeAll(async () => {
  const beside = ['next@16', 'react', 'react-dom', '@tanstack/react-query']
  // Next.js looks for the compiler's own API, which TypeScript 7 does not have.
  const forBuilding = ['typescript@5', '@types/node@20', '@types/react', '@types/react-dom']
  app = await createFreshApp('test/package/next-app', ...beside, ...forBuilding)
}, 600_000)

afterAll(() => app.remove())

test('a fresh Next.js app shows the cases of a contact that rings, and answers the API itself', async () => {
  const emulator = await app.start('connect-contact-cases', ['emulator', '--port', '0', '--quotas', 'off'])
  const simulator = await app.start('connect-contact-cases', ['simulator', '--port', '0'])
  await app.writeDocumentedFiles('app/', { 'http://127.0.0.1:4710': emulator, 'http://127.0.0.1:4720': simulator })
  await app.run('next', 'build')
  await showsCases(await app.start('next', ['start', '--hostname', '127.0.0.1', '--port', '0']))
}, 600_000)
