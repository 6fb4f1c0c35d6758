import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { findChromium } from './chromium.ts'

// Run before the tests: the browser ones are never skipped, so a machine without a Chromium gets one.

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function installWithApt(): boolean {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/etc/debian_version')) return false
  return run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', 'chromium')
}

function installWithPlaywright(): boolean {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
  return run(process.execPath, cli, 'install', 'chromium')
}

function missing(): string | null {
  const path = findChromium()
  if (path === null) return 'no Chromium was found, and neither apt-get nor Playwright could install one'
  return existsSync(path) ? null : `CHROMIUM_PATH is ${path}, and there is no such file`
}

if (findChromium() === null && !installWithApt()) installWithPlaywright()
const problem = missing()
if (problem !== null) {
  console.error(`Browser tests cannot run: ${problem}. Install Chromium or Chrome, or set CHROMIUM_PATH.`)
  process.exit(1)
}
