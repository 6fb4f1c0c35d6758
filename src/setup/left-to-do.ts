import type { InstanceState } from './steps/instance.ts'
import type { Wishes } from './wishes.ts'

/** What AWS cannot be told: the settings of the page and of the server, as a person has to write them. */
export function leftToDo(wishes: Wishes, { instanceArn, origin }: InstanceState): string {
  const { host, region, domainId, pageUrl } = wishes
  const common = { region, domainId }
  const settings = {
    workspace: () => ({ host, ...common }),
    streams: () => ({ host, ccpUrl: ccpUrlOf(origin), ...common }),
    frame: () => ({ host, embedders: embeddersOf(wishes), ...common }),
  }[host]()
  const framers = { workspace: [origin], streams: [], frame: embeddersOf(wishes) }[host]
  return [
    'What is left to do:',
    '',
    `1. Let ${new URL('config.json', pageUrl).href} have these members:`,
    `   ${JSON.stringify(settings)}`,
    '2. Give the server these variables:',
    `   AWS_REGION=${region}`,
    `   INSTANCES=${JSON.stringify({ [instanceArn]: domainId })}`,
    ...(framers.length > 0 ? [`   FRAME_ANCESTORS=${framers.join(' ')}`] : []),
    '3. Let agents sign in, and let the server’s role read cases: docs/sign-in.md and deploy/README.md say how.',
  ].join('\n')
}

function embeddersOf(wishes: Wishes): readonly string[] {
  return wishes.host === 'frame' ? wishes.embedders : []
}

// Instances from before 2021 are at awsapps.com, and have the softphone elsewhere.
function ccpUrlOf(origin: string): string {
  return `${origin}${origin.endsWith('.awsapps.com') ? '/connect' : ''}/ccp-v2/`
}
