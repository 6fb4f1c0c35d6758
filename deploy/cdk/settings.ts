import type { z } from 'zod'
import { type PageConfig, pageConfigSchema } from '../../src/contract/page-config.ts'
import { readSettings } from '../../src/server/env.ts'
import { framingProblem } from '../../src/server/framing.ts'
import { fail, type Result, succeed } from '../../src/server/result.ts'
import { type InstanceArn, parseInstanceArn } from './instance-arn.ts'
import { type ServerEnvironment, serverEnvironment, setByDeployment } from './server-environment.ts'
import { type BackendSettings, settingsFile } from './settings-file.ts'

/** What one deployment is told: a JSON file that the administrator writes. */
export interface DeploymentSettings {
  /** Where agents find the page: a name of the company's, with a certificate for it in us-east-1. */
  readonly domainName: string
  readonly certificateArn: string
  readonly instance: InstanceArn
  readonly casesDomainId: string
  /** The page's `config.json`. */
  readonly page: PageConfig
  /** The server's environment, without what the stack alone knows: the store and the keys of the seals. */
  readonly environment: ServerEnvironment
  readonly frameAncestors: readonly string[]
  readonly backend: BackendSettings
  /** Of a web ACL of scope CLOUDFRONT; null: none. */
  readonly webAclArn: string | null
  /** An SNS topic that hears of alarms; null: nobody does. */
  readonly alarmTopicArn: string | null
  /** The secret with SEAL_KEYS; null: each instance makes its own key when it starts. */
  readonly sealKeysSecretArn: string | null
  readonly logRetentionDays: number
  /** The application of the agent workspace; null: none is registered. */
  readonly agentWorkspace: { readonly namespace: string; readonly approvedOrigins: readonly string[] } | null
}

/** The settings in this text, or one line that names what is wrong with them. */
export function parseDeploymentSettings(text: string): Result<DeploymentSettings, string> {
  const file = settingsFile.safeParse(jsonOf(text))
  if (!file.success) return fail(linesOf(file.error.issues, ''))
  const { instanceArn, page, server, webAclArn, alarmTopicArn, sealKeysSecretArn, agentWorkspace, ...rest } = file.data
  const instance = parseInstanceArn(instanceArn)
  if (!instance.ok) return instance
  const { region } = instance.value
  const config = pageConfigSchema.safeParse({ region, domainId: rest.casesDomainId, apiBaseUrl: '/api', ...page })
  if (!config.success) return fail(linesOf(config.error.issues, 'page.'))
  const taken = setByDeployment.filter((name) => Object.hasOwn(server, name))
  if (taken.length > 0) return fail(`server.${taken[0]} is set by the deployment itself`)
  const environment = serverEnvironment({ ...rest, server, instance: instance.value })
  // As the server itself would read it when it starts, minutes later and in the middle of a deployment.
  const read = readSettings(environment)
  if (!read.ok) return fail(`server: ${read.problem}`)
  if (agentWorkspace !== undefined && config.data.host !== 'workspace') return fail(needsWorkspacePage)
  const cannotBeFramed = framingProblem(config.data, read.value.frameAncestors)
  if (cannotBeFramed !== null) return fail(`server: ${cannotBeFramed}`)
  return succeed({
    ...rest,
    instance: instance.value,
    page: config.data,
    environment,
    frameAncestors: read.value.frameAncestors,
    webAclArn: webAclArn ?? null,
    alarmTopicArn: alarmTopicArn ?? null,
    sealKeysSecretArn: sealKeysSecretArn ?? null,
    agentWorkspace: agentWorkspace ?? null,
  })
}

const needsWorkspacePage = 'agentWorkspace is for a page of the agent workspace: set page.host to workspace'

function linesOf(issues: readonly z.core.$ZodIssue[], prefix: string): string {
  return issues.map(({ path, message }) => `${prefix}${path.join('.') || 'the file'}: ${message}`).join('; ')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
