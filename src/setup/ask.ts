import { confirm, isCancel, log, multiselect, select, text, updateSettings } from '@clack/prompts'
import { z } from 'zod'
import { askPages } from './ask-pages.ts'
import type { AwsCall } from './aws-call.ts'
import { findMissing, findWrongOption } from './check-options.ts'
import type { Ask } from './make-call.ts'
import type { Result } from './result.ts'
import type { Given } from './setup-options.ts'
import { readInstance } from './wishes.ts'

// Stdout is for commands: a person is talked to on stderr.
const output = process.stderr

// Ctrl-D gives up as Ctrl-C does: by itself it ends the input, and with it the process, without a word.
updateSettings({ aliases: { '\u0004': 'cancel' } })

/** Asks for one missing option after the other, with what AWS has to choose from; null: the person gave up. */
export async function askMissing(given: Given, ask: Ask): Promise<Given | null> {
  const answers = { ...given }
  for (let missing = findMissing(answers); missing !== null; missing = findMissing(answers)) {
    const answer = await questions[missing]?.(answers, ask)
    if (answer === undefined || isCancel(answer)) return null
    Object.assign(answers, { [missing]: answer })
    if (missing !== 'security-profile' || answers['sign-in-origin'] !== undefined) continue
    // Not needed, but nobody would look for it: without it the workspace refuses the login page.
    const origin = await askText('Where do agents sign in? Nothing: nowhere else', 'sign-in-origin', '', '')
    if (isCancel(origin)) return null
    Object.assign(answers, { 'sign-in-origin': origin === '' ? [] : [origin] })
  }
  return answers
}

/** Whether the person at the terminal says yes. */
export async function askToGoOn(): Promise<boolean> {
  return (await confirm({ message: 'Make these calls?', output })) === true
}

type Answer = string | readonly string[] | symbol
type Question = (given: Given, ask: Ask) => Promise<Answer>

const questions: Readonly<Record<string, Question>> = {
  host: () =>
    select({
      message: 'Where does the panel stand?',
      output,
      options: [
        { value: 'workspace', label: 'In the agent workspace', hint: 'as a third-party application' },
        { value: 'streams', label: 'On a page of its own', hint: 'which frames the softphone' },
        { value: 'frame', label: 'In a frame of your own desktop' },
      ],
    }),
  instance: async (_, ask) => {
    const item = z.object({ Id: z.string(), Arn: z.string(), InstanceAlias: z.string().nullish() })
    const call: AwsCall = { service: 'connect', operation: 'ListInstances', input: {} }
    const found = await askPages(ask, call, { member: 'InstanceSummaryList', item })
    const options = listed(found, ({ Id, Arn, InstanceAlias }) => ({
      value: Arn,
      label: InstanceAlias ?? Id,
      hint: Id,
    }))
    return choose('Which Amazon Connect instance?', options, 'instance')
  },
  domain: async ({ instance = '' }, ask) => {
    const input = { InstanceId: readInstance(instance)?.instanceId ?? instance, IntegrationType: 'CASES_DOMAIN' }
    const call: AwsCall = { service: 'connect', operation: 'ListIntegrationAssociations', input }
    const item = z.object({ IntegrationArn: z.string() })
    const found = await askPages(ask, call, { member: 'IntegrationAssociationSummaryList', item })
    const options = listed(found, ({ IntegrationArn }) => ({ value: IntegrationArn.split('/').at(-1) ?? '' }))
    return choose('Which Cases domain?', options, 'domain')
  },
  url: () => askText('Where is the page?', 'url', 'https://cases.example.com/'),
  'security-profile': async ({ instance = '' }, ask) => {
    const input = { InstanceId: readInstance(instance)?.instanceId ?? instance }
    const call: AwsCall = { service: 'connect', operation: 'ListSecurityProfiles', input }
    const item = z.object({ Id: z.string(), Name: z.string() })
    const found = await askPages(ask, call, { member: 'SecurityProfileSummaryList', item })
    const options = listed(found, ({ Id, Name }) => ({ value: Id, label: Name }))
    if (options.length === 0) return asList(await askText('Which security profile do agents have?', 'security-profile'))
    return multiselect({ message: 'Which security profiles may open it?', options, output, required: true })
  },
  embedder: async () =>
    asList(await askText('Which origin is your desktop at?', 'embedder', 'https://desktop.example.com')),
}

interface Option {
  readonly value: string
  readonly label?: string
  readonly hint?: string
}

/** What there is to choose from; nothing where AWS does not tell, for then the person may know it. */
function listed<T>(found: Result<readonly T[]>, optionOf: (item: T) => Option): Option[] {
  if (found.ok) return found.value.map(optionOf)
  log.warn(found.message, { output })
  return []
}

function choose(message: string, options: Option[], option: keyof Given): Promise<string | symbol> {
  return options.length === 0 ? askText(message, option) : select({ message, options, output })
}

function askText(message: string, option: keyof Given, placeholder = '', empty?: string): Promise<string | symbol> {
  return text({
    message,
    placeholder,
    output,
    ...(empty === undefined ? {} : { defaultValue: empty }),
    validate(answer = '') {
      if (answer === '') return empty === undefined ? 'Something has to be here' : undefined
      const value = ['security-profile', 'embedder', 'sign-in-origin'].includes(option) ? [answer] : answer
      return findWrongOption({ [option]: value }) ?? undefined
    },
  })
}

function asList(answer: string | symbol): Answer {
  return typeof answer === 'string' ? [answer] : answer
}
