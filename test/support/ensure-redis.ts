import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findRedisServer } from './redis-server.ts'

// Run before the tests: those of several instances are never skipped, so a machine without a redis-server gets one.

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0
}

if (findRedisServer() === null && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
  // Its own service is not started: tests run theirs.
  run('apt-get', 'update', '-qq') && run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'redis-server')
}
if (findRedisServer() === null) {
  console.error('Tests of several instances need redis-server: install Redis or Valkey, or set REDIS_SERVER_PATH.')
  process.exit(1)
}
