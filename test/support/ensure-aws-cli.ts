import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

// Run before the tests: that what `setup --dry-run` prints does what `setup` does is shown by the AWS CLI, and never skipped.

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

function isThere(): boolean {
  return spawnSync('aws', ['--version']).status === 0
}

if (!isThere() && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
  run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'awscli')
}
if (!isThere()) {
  console.error('Tests of the set-up need the AWS CLI: install it, so that `aws --version` works.')
  process.exit(1)
}
