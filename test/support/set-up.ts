import { createAwsServices } from '../../src/setup/aws/aws-services.ts'
import { cliLine } from '../../src/setup/cli-line.ts'
import { createCaller } from '../../src/setup/make-call.ts'
import { setUp } from '../../src/setup/set-up.ts'
import type { Wishes } from '../../src/setup/wishes.ts'
import { fakeAwsEnvironment } from './cases-client.ts'

/** The services of an emulator, as set-up calls them, once each. */
export function awsServicesAt(endpoint: string) {
  const {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  } = fakeAwsEnvironment
  return createAwsServices({ region, endpoint, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 })
}

/** Sets an emulator up; what was said to the person is in `said`. */
export async function setUpAt(endpoint: string, wishes: Wishes, { isDryRun = false, goesOn = true } = {}) {
  const said: string[] = []
  const printed: string[] = []
  const say = (text: string) => said.push(...text.split('\n'))
  const caller = createCaller({ services: awsServicesAt(endpoint), onAsk: (call) => say(cliLine(call, wishes.region)) })
  const result = await setUp(wishes, isDryRun, {
    ...{ caller, say },
    print: (script) => printed.push(script),
    goesOn: async () => goesOn,
  })
  return { result, said, script: printed.join('\n') }
}

/** All that is set up in an emulator. Ids are numbered and times left out, as they are new in each. */
export async function stateOf(endpoint: string): Promise<unknown> {
  const response = await fetch(`${endpoint}/_emulator/api/instance`)
  const ids = new Map<string, string>()
  const text = (await response.text())
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, (id) => ids.get(id) ?? ids.set(id, `id ${ids.size}`).get(id) ?? id)
    .replaceAll(/"(created|modified)At":"[^"]*"/g, '"$1At":""')
  return JSON.parse(text)
}
