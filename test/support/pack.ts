import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import manifest from '../../package.json' with { type: 'json' }

const directory = resolve('node_modules/.cache/package')

/** The package as it is published, once `setup` has packed it. */
export const tarball = join(directory, `${manifest.name}-${manifest.version}.tgz`)

/** Builds and packs the package once, before the first test that installs it. */
export function setup(): void {
  mkdirSync(directory, { recursive: true })
  // Vitest says "test", with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' }
  execFileSync('npm', ['pack', '--silent', '--pack-destination', directory], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
