import {
  ConnectClient,
  DescribeContactCommand,
  GetCurrentUserDataCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import {
  ConnectCasesClient,
  GetCaseCommand,
  GetTemplateCommand,
  ListCasesForContactCommand,
  ListFieldOptionsCommand,
  ListFieldsCommand,
  ListTemplatesCommand,
  SearchCasesCommand,
} from '@aws-sdk/client-connectcases'
import type { Operation } from '../../server/quota/account-quotas.ts'

/** What is asked about. */
export interface AwsQuestion {
  readonly region: string
  readonly domainId: string
  readonly instanceId: string | null
  readonly contactArn: string | null
}

/** What came of calls: null, or the name of AWS's error. An operation that had nothing to ask about is left out. */
export type AwsCalls = ReadonlyMap<Operation, string | null>

const timeoutMs = 10_000

/** Reads what the server reads, once each, with the credentials and the endpoints that the SDK finds by itself. */
export async function askAws(question: AwsQuestion): Promise<AwsCalls> {
  const calls = new Map<Operation, string | null>()
  const attempt = async <Answer>(operation: Operation, call: Promise<Answer>): Promise<Answer | null> => {
    try {
      const answer = await call
      calls.set(operation, null)
      return answer
    } catch (error) {
      calls.set(operation, error instanceof Error ? error.name : 'UnknownError')
      return null
    }
  }
  await Promise.all([askCases(question, attempt), askConnect(question, attempt)])
  return calls
}

type Attempt = <Answer>(operation: Operation, call: Promise<Answer>) => Promise<Answer | null>

async function askCases({ region, domainId, contactArn }: AwsQuestion, attempt: Attempt): Promise<void> {
  const client = new ConnectCasesClient({ region, maxAttempts: 1 })
  const first = { domainId, maxResults: 1 }
  if (contactArn !== null) {
    await attempt(
      'ListCasesForContact',
      client.send(new ListCasesForContactCommand({ ...first, contactArn }), inTime()),
    )
  }
  const templates = await attempt('ListTemplates', client.send(new ListTemplatesCommand(first), inTime()))
  const templateId = templates?.templates?.[0]?.templateId
  if (templateId !== undefined) {
    await attempt('GetTemplate', client.send(new GetTemplateCommand({ domainId, templateId }), inTime()))
  }
  const found = await attempt('SearchCases', client.send(new SearchCasesCommand(first), inTime()))
  const caseId = found?.cases?.[0]?.caseId
  if (caseId !== undefined) {
    await attempt('GetCase', client.send(new GetCaseCommand({ domainId, caseId, fields: [{ id: 'title' }] }), inTime()))
  }
  await attempt('ListFields', client.send(new ListFieldsCommand(first), inTime()))
  // Every domain has this field, a single select.
  const options = new ListFieldOptionsCommand({ ...first, fieldId: 'status' })
  await attempt('ListFieldOptions', client.send(options, inTime()))
}

async function askConnect({ region, instanceId, contactArn }: AwsQuestion, attempt: Attempt): Promise<void> {
  if (instanceId === null) return
  const client = new ConnectClient({ region, maxAttempts: 1 })
  const InstanceId = instanceId
  const ContactId = contactArn?.split('/').at(-1)
  if (ContactId !== undefined) {
    await attempt('DescribeContact', client.send(new DescribeContactCommand({ InstanceId, ContactId }), inTime()))
  }
  const found = await attempt(
    'SearchUsers',
    client.send(new SearchUsersCommand({ InstanceId, MaxResults: 1 }), inTime()),
  )
  const userId = found?.Users?.[0]?.Id
  if (userId === undefined) return
  const Filters = { Agents: [userId] }
  await attempt(
    'GetCurrentUserData',
    client.send(new GetCurrentUserDataCommand({ InstanceId, Filters, MaxResults: 1 }), inTime()),
  )
}

function inTime() {
  return { abortSignal: AbortSignal.timeout(timeoutMs) }
}
