import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { fakeAwsEnvironment } from './cases-client.ts'

const run = promisify(execFile)

/** Whether the AWS CLI is here. Where it is not, this says so, once a file: its tests are then not registered. */
export function hasAwsCli(): boolean {
  const found = spawnSync('aws', ['--version']).status === 0
  if (!found) console.warn('The AWS CLI is not installed, so its contract tests do not run.')
  return found
}

/** What `aws connectcases …` prints, as JSON; rejects with its `stderr` where it fails. */
export async function awsConnectCases(endpoint: string, ...args: readonly string[]): Promise<unknown> {
  const { stdout } = await run('aws', ['connectcases', ...args, '--endpoint-url', endpoint, '--output', 'json'], {
    // Nothing of this machine's own AWS settings.
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...fakeAwsEnvironment },
  })
  return JSON.parse(stdout)
}
