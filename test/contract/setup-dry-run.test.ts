import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import type { Wishes } from '../../src/setup/wishes.ts'
import { fakeAwsEnvironment } from '../support/cases-client.ts'
import { startEmulator } from '../support/emulator.ts'
import { awsServicesAt, setUpAt, stateOf } from '../support/set-up.ts'

const run = promisify(execFile)
const instanceId = 'd1784030-35c9-48c4-a68d-c8f46a423cf9'
const domainId = 'af5d8bb0-9f2e-4ea4-b658-90e0f94855d0'
const agentProfile = '0d5d6f0b-3a39-4f0c-9d2e-7a1c34a0a6f1'
const everyHost = {
  region: 'us-east-1',
  instanceId,
  domainId,
  pageUrl: new URL('https://cases.example.com/panel?a=1&b'),
}
const wishesOfHosts: readonly Wishes[] = [
  {
    ...everyHost,
    ...{ host: 'workspace', namespace: 'com.example.cases', name: 'Contact cases' },
    ...{ securityProfiles: ['Agent', 'CallCenterManager'], signInOrigins: ['https://login.example.com'] },
  },
  { ...everyHost, host: 'streams' },
  { ...everyHost, host: 'frame', embedders: ['https://desktop.example.com'] },
]
const options = {
  workspace:
    '--namespace com.example.cases --security-profile Agent --security-profile CallCenterManager --sign-in-origin https://login.example.com',
  streams: '',
  frame: '--embedder https://desktop.example.com',
}

// What a shell, JSON and the CLI would each like to read in their own way.
const strange = `file://it's "$(touch /tmp/x)" \`\\$HOME\` \\u0041 — ü\n&`

const starts: Readonly<Record<string, (url: string) => Promise<unknown>>> = {
  'an empty start': async () => undefined,
  /** Registered for all contacts, at another place, and not associated; what others made must outlive it. */
  async 'a half-done start'(url) {
    const { appintegrations, connect, connectcases } = awsServicesAt(url)
    await appintegrations('CreateApplication', {
      Name: 'Contact cases',
      Namespace: 'com.example.cases',
      ApplicationSourceConfig: {
        ExternalUrlConfig: { AccessUrl: 'https://old.example.com/', ApprovedOrigins: ['https://sso.example.com'] },
      },
      Permissions: ['Contact.Attributes.View'],
    })
    await connect('UpdateSecurityProfile', {
      InstanceId: instanceId,
      SecurityProfileId: agentProfile,
      Applications: [
        { Namespace: strange, ApplicationPermissions: ['ACCESS'] },
        { Namespace: 'tools', ApplicationPermissions: ['tool-1', strange], Type: 'MCP' },
      ],
    })
    await connect('AssociateApprovedOrigin', { InstanceId: instanceId, Origin: 'https://desktop.example.com' })
    const eventBridge = { enabled: false, includedData: { caseData: { fields: [{ id: 'status' }] } } }
    await connectcases('PutCaseEventConfiguration', { domainId, eventBridge })
  },
}

const cases = wishesOfHosts.flatMap((wishes) =>
  Object.keys(starts).map((start) => [wishes.host, start, wishes] as const),
)

test.each(cases)(
  'host %s, %s: the dry run, fed to a shell, leaves what set-up leaves',
  { timeout: 120_000 },
  async (host, start, wishes) => {
    const [bySetUp, byShell] = await Promise.all([startedAs(start), startedAs(start)])
    const before = await stateOf(byShell.url)
    const { result } = await setUpAt(bySetUp.url, wishes)
    expect(result).toEqual({ ok: true, value: undefined })

    const command = `setup --host ${host} --instance ${instanceId} --domain ${domainId} --url '${everyHost.pageUrl.href}' ${options[host]}`
    await run('sh', ['-c', `"$NODE" --import tsx src/bin.ts ${command} --dry-run | sh`], {
      env: shellEnvironment(byShell.url),
    })
    expect(await stateOf(byShell.url)).toEqual(await stateOf(bySetUp.url))
    expect(await stateOf(byShell.url)).not.toEqual(before)
  },
)

async function startedAs(start: string) {
  const emulator = await startEmulator()
  onTestFinished(() => emulator.close())
  await starts[start]?.(emulator.url)
  return emulator
}

/** An AWS CLI that is unmodified but for where it asks: older ones have no variable for that. */
function shellEnvironment(endpoint: string): NodeJS.ProcessEnv {
  const folder = mkdtempSync(join(tmpdir(), 'aws-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const path = process.env['PATH'] ?? ''
  writeFileSync(join(folder, 'aws'), `#!/bin/sh\nPATH='${path}' exec aws --endpoint-url ${endpoint} "$@"\n`, {
    mode: 0o755,
  })
  return {
    ...fakeAwsEnvironment,
    NODE: process.execPath,
    PATH: `${folder}:${path}`,
    HOME: folder,
    AWS_ENDPOINT_URL: endpoint,
    AWS_DATA_PATH: 'test/support/aws-models',
  }
}
