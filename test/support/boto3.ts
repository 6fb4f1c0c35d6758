import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { fakeAwsEnvironment } from './cases-client.ts'

const run = promisify(execFile)

/** Whether Python has boto3. Where it has not, this says so, once a file: its tests are then not registered. */
export function hasBoto3(): boolean {
  const found = spawnSync('python3', ['-c', 'import boto3']).status === 0
  if (!found) console.warn('Python has no boto3, so its contract tests do not run.')
  return found
}

/** What a script prints, as JSON. It has `cases`, a client for the endpoint that asks once, and `given`. */
export async function runBoto3(endpoint: string, given: object, script: string): Promise<unknown> {
  const { stdout } = await run('python3', ['-c', `${prelude}\n${script}`, endpoint, JSON.stringify(given)], {
    // Nothing of this machine's own AWS settings.
    env: { PATH: process.env['PATH'], HOME: '/nonexistent', ...fakeAwsEnvironment },
  })
  return JSON.parse(stdout)
}

const prelude = `
import sys, json, boto3
from botocore.config import Config
config = Config(retries={'total_max_attempts': 1})
cases = boto3.client('connectcases', endpoint_url=sys.argv[1], config=config)
given = json.loads(sys.argv[2])
def show(value):
    print(json.dumps(value, default=lambda one: one.isoformat()))
`
