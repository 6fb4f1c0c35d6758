import type { PageConfig } from '../contract/page-config.ts'
import type { Settings } from '../server/env.ts'
import { type Gathered, given, lookAt, missing } from './check.ts'
import { awsChecks } from './checks/aws.ts'
import { instanceChecks } from './checks/instance.ts'
import { settingsChecks, settingsFileChecks } from './checks/settings.ts'
import type { DoctorOptions } from './doctor-options.ts'
import type { AwsCalls, AwsQuestion } from './gather/aws-account.ts'
import type { InstanceFacts, InstanceQuestion } from './gather/instance.ts'
import { gatherSettingsFile, type SettingsFile } from './gather/settings-file.ts'
import type { Finding } from './verdict.ts'

/** How AWS is asked, with the credentials of the shell. */
export interface AwsInstruments {
  readonly askAws: (question: AwsQuestion) => Promise<AwsCalls>
  readonly askInstance: (question: InstanceQuestion) => Promise<InstanceFacts>
}

/** What no page tells: the server's settings, and what AWS itself says. */
export async function examineAccount(
  page: Gathered<PageConfig>,
  options: DoctorOptions,
  { askAws, askInstance }: AwsInstruments,
): Promise<Finding[]> {
  const { settingsFile } = options
  const file =
    settingsFile === null ? missing('There is no file: see --settings.') : given(await gatherSettingsFile(settingsFile))
  const settings = 'facts' in file && file.facts.read.ok ? file.facts.read.value : null
  const valid = 'missing' in file ? file : missing('The server would not start with these settings.')
  const account = accountOf(page, settings, options)
  const instance = instanceOf(page, account, options)
  return [
    ...lookAt<SettingsFile>(settingsFileChecks, file),
    ...lookAt(settingsChecks, settings === null ? valid : given({ settings, page })),
    ...lookAt(awsChecks, 'facts' in account ? given(await askAws(account.facts)) : account),
    ...lookAt(instanceChecks, 'facts' in instance ? given(await askInstance(instance.facts)) : instance),
  ]
}

/** What AWS can be asked about, or why it is not. */
function accountOf(
  page: Gathered<PageConfig>,
  settings: Settings | null,
  { aws, contactArn }: DoctorOptions,
): Gathered<AwsQuestion> {
  if (!aws) return missing('AWS was not asked: see --aws.')
  const [[instanceOfSettings, domainOfSettings] = []] = settings?.auth?.instances ?? []
  const config = 'facts' in page ? page.facts : null
  const region = settings?.region ?? config?.region
  const domainId = config?.domainId ?? domainOfSettings
  if (region === undefined || domainId === undefined) {
    return missing('missing' in page ? page.missing : 'The Region is not known.')
  }
  const instanceId = (contactArn ?? instanceOfSettings)?.split('/')[1] ?? null
  return given({ region, domainId, instanceId, contactArn })
}

function instanceOf(
  page: Gathered<PageConfig>,
  account: Gathered<AwsQuestion>,
  { page: origin }: DoctorOptions,
): Gathered<InstanceQuestion> {
  if ('missing' in account) return account
  if ('missing' in page) return page
  const { host } = page.facts
  const { region, instanceId } = account.facts
  if (host === 'frame') return missing('host is frame: the desktop around the page has what it needs.')
  if (origin === null || instanceId === null) return missing('No instance is known: see --contact-arn and --settings.')
  return given({ host, region, instanceId, page: origin })
}
