import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemCatalogue } from '../../src/contract/problem-catalogue.ts'
import { readSettings } from '../../src/server/env.ts'
import { accountQuotas } from '../../src/server/quota/account-quotas.ts'
import { createBuiltPage } from '../../test/support/built-page.ts'
import { watched } from './alarms.ts'
import { addCheckedStack } from './checked-app.ts'
import { pageProtection } from './page-protection.ts'
import { type DeploymentSettings, parseDeploymentSettings } from './settings.ts'

const settingsOf = (name: string): DeploymentSettings => {
  const settings = parseDeploymentSettings(readFileSync(`deploy/examples/${name}.json`, 'utf8'))
  if (!settings.ok) throw new Error(settings.problem)
  return settings.value
}

const outdir = mkdtempSync(join(tmpdir(), 'deployment-'))
const [fargateSettings, lambdaSettings] = [settingsOf('fargate'), settingsOf('lambda')]

async function stackOf(settings: DeploymentSettings, name: string) {
  const { directory, remove } = await createBuiltPage()
  const { domainName, page: config, frameAncestors } = settings
  const protection = await pageProtection({ directory, domainName, config, frameAncestors })
  const app = new App({ outdir: join(outdir, name) })
  const built = { pageDirectory: directory, lambdaDirectory: directory, protection }
  const stack = addCheckedStack(app, settings, built)
  return { app, stack, protection, remove }
}

/** A variant, synthesised and checked: any finding of cdk-nag throws. */
async function synthesise(name: string, settings: DeploymentSettings) {
  const { app, stack, protection, remove } = await stackOf(settings, name)
  app.synth()
  await remove()
  return { template: Template.fromStack(stack), protection }
}

// Seconds each: once for all tests.
let fargate: Awaited<ReturnType<typeof synthesise>>
let lambda: Awaited<ReturnType<typeof synthesise>>
beforeAll(async () => {
  fargate = await synthesise('fargate', fargateSettings)
  lambda = await synthesise('lambda', lambdaSettings)
}, 120_000)
afterAll(() => rmSync(outdir, { recursive: true }))

/** Of each resource of this type its properties; CDK has no type for what is in a template. */
function propertiesOf({ template }: typeof fargate, type: string) {
  return Object.values(template.findResources(type)).map((resource) => resource['Properties'])
}

/** The statements that the deployment's README lists, for the instance and domain of the examples. */
function documentedPolicy(): unknown {
  const json = /```json policy\n(\[[\s\S]*?\n\])\n```/.exec(readFileSync('deploy/README.md', 'utf8'))?.[1] ?? ''
  const { instance, casesDomainId } = fargateSettings
  return JSON.parse(
    json
      .replaceAll('REGION', instance.region)
      .replaceAll('ACCOUNT', instance.account)
      .replaceAll('instance/INSTANCE', instance.arn.slice(instance.arn.indexOf('instance/')))
      .replaceAll('DOMAIN', casesDomainId),
  )
}

/** What the role of the server may do, and nothing of what CDK adds by itself. */
function statementsOf({ template }: typeof fargate, roleOf: string) {
  const roles = Object.entries(template.findResources('AWS::IAM::Role')).filter(([, { Properties }]) =>
    JSON.stringify(Properties.AssumeRolePolicyDocument).includes(roleOf),
  )
  const role = roles.find(([id]) => id.startsWith('BackendRole'))
  expect(role?.[1]['Properties'].ManagedPolicyArns).toBeUndefined()
  return Object.values(template.findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => Properties.Roles.some(({ Ref }: { Ref: string }) => Ref === role?.[0]))
    .flatMap(({ Properties }) => Properties.PolicyDocument.Statement)
}

test('the alarms are those that the documentation tells of', () => {
  const rows = watched.map(({ id, lines, threshold }) => `| \`${id}\` | \`${lines}\` | ${threshold} |`)
  const page = readFileSync('docs/operate.md', 'utf8')
  for (const row of rows) expect(page).toContain(row)
})

test('the role of the tasks may do what the README lists, and nothing else', () => {
  expect(statementsOf(fargate, 'ecs-tasks.amazonaws.com')).toEqual(documentedPolicy())
})

test('the function may write its own log beside it', () => {
  const statements = statementsOf(lambda, 'lambda.amazonaws.com')
  const toLog = statements.filter(({ Action }) => JSON.stringify(Action).includes('logs:'))
  expect(toLog).toEqual([
    {
      Effect: 'Allow',
      Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      Resource: { 'Fn::GetAtt': [expect.stringMatching(/^ServerLog/), 'Arn'] },
    },
  ])
  expect(statements.filter((each) => !toLog.includes(each))).toEqual(documentedPolicy())
})

test('each operation that the server calls is allowed, and nothing that it does not call', () => {
  const allowed = statementsOf(fargate, 'ecs-tasks.amazonaws.com').flatMap(({ Action }) => Action)
  const names = allowed.map((action: string) => action.replace(/^(cases|connect):/, ''))
  const askedOfSearchUsers = ['DescribeUser', 'ListUserProficiencies']
  expect(names.toSorted()).toEqual([...Object.keys(accountQuotas), ...askedOfSearchUsers].toSorted())
})

test('a finding of cdk-nag stops the synthesis', async () => {
  const { app, stack, remove } = await stackOf(lambdaSettings, 'with-a-finding')
  new Bucket(stack, 'Unprotected')
  expect(() => app.synth()).toThrow(/Unprotected[\s\S]*AwsSolutions-S10/)
  await remove()
}, 60_000)

test('the tasks take the environment that they are given, on a read-only tree, and their secrets by name', () => {
  const [task] = propertiesOf(fargate, 'AWS::ECS::TaskDefinition')
  const server = task.ContainerDefinitions[0]
  const environment: { Name: string; Value: string }[] = server.Environment
  const settings = readSettings(Object.fromEntries(environment.map(({ Name, Value }) => [Name, Value])))
  expect(settings).toMatchObject({ ok: true, value: { host: '0.0.0.0', port: 8787, region: 'eu-central-1' } })
  expect(server.ReadonlyRootFilesystem).toBe(true)
  expect(server.Secrets.map(({ Name }: { Name: string }) => Name)).toEqual(['SEAL_KEYS', 'STORE'])
  expect(task.NetworkMode).toBe('awsvpc')
})

test('two tasks, of which a deployment that fails is taken back, behind a balancer that asks whether they are ready', () => {
  fargate.template.hasResourceProperties('AWS::ECS::Service', {
    DesiredCount: 2,
    DeploymentConfiguration: { DeploymentCircuitBreaker: { Enable: true, Rollback: true }, MinimumHealthyPercent: 100 },
  })
  fargate.template.hasResourceProperties('AWS::ElasticLoadBalancingV2::TargetGroup', { HealthCheckPath: '/readyz' })
  fargate.template.hasResourceProperties('AWS::ElasticLoadBalancingV2::LoadBalancer', { Scheme: 'internal' })
})

test('Valkey is encrypted, at rest and on the way, and its password is in no template', () => {
  fargate.template.hasResourceProperties('AWS::ElastiCache::ReplicationGroup', {
    Engine: 'valkey',
    AtRestEncryptionEnabled: true,
    TransitEncryptionEnabled: true,
    AuthToken: { 'Fn::Join': ['', ['{{resolve:secretsmanager:', Match.anyValue(), ':SecretString:::}}']] },
  })
})

test('there is one instance of the function, and what it is given is not reserved by Lambda', () => {
  lambda.template.hasResourceProperties('AWS::Lambda::Function', {
    Handler: 'lambda.handler',
    ReservedConcurrentExecutions: 1,
    Environment: { Variables: { AWS_REGION: Match.absent(), OIDC_ISSUER: 'https://login.example.com' } },
  })
})

test.each(['fargate', 'lambda'] as const)('%s: viewers speak TLS 1.2 or later, and no answer is cached', (name) => {
  const { template } = name === 'fargate' ? fargate : lambda
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
      CacheBehaviors: Match.arrayWith([
        Match.objectLike({
          PathPattern: '/api/*',
          ViewerProtocolPolicy: 'https-only',
          CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad', // Managed-CachingDisabled
        }),
      ]),
    },
  })
})

test('a page from S3 has the headers of a page from the server, each once', () => {
  const policies = propertiesOf(lambda, 'AWS::CloudFront::ResponseHeadersPolicy')
  const page = policies.map((each) => each.ResponseHeadersPolicyConfig).find((each) => each.CustomHeadersConfig)
  const { CustomHeadersConfig: custom, SecurityHeadersConfig: own } = page
  const items: { Header: string; Value: string }[] = custom.Items
  const { AccessControlMaxAgeSec: seconds } = own.StrictTransportSecurity
  expect({
    ...Object.fromEntries(items.map(({ Header, Value }) => [Header, Value])),
    'content-security-policy': own.ContentSecurityPolicy.ContentSecurityPolicy,
    'referrer-policy': own.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${seconds}; includeSubDomains`,
    'x-content-type-options': 'nosniff',
    'x-xss-protection': '0',
  }).toEqual(lambda.protection.get('index.html'))
})

test('what is named after its content is kept for ever, and the rest asked for again', () => {
  const copies = propertiesOf(lambda, 'Custom::CDKBucketDeployment').map(({ SystemMetadata, SourceObjectKeys }) => ({
    cacheControl: SystemMetadata['cache-control'],
    files: SourceObjectKeys.map((key: string) => readdirSync(assetOf(key)).toSorted()),
  }))
  expect(copies).toEqual([
    { cacheControl: 'public, max-age=31536000, immutable', files: [['assets']] },
    { cacheControl: 'no-cache', files: [['index.html', 'sign-in.html'], ['config.json']] },
  ])
})

function assetOf(key: string): string {
  return join(outdir, 'lambda', `asset.${key.replace(/\.zip$/, '')}`)
}

test('the page is told where it is by a config.json of the deployment’s own', () => {
  const [, documents] = propertiesOf(lambda, 'Custom::CDKBucketDeployment')
  const path = join(assetOf(documents.SourceObjectKeys[1]), 'config.json')
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(lambdaSettings.page)
})

test('the agent workspace gets one frame of the page for each contact', () => {
  fargate.template.hasResourceProperties('AWS::AppIntegrations::Application', {
    ApplicationConfig: { ContactHandling: { Scope: 'PER_CONTACT' } },
    ApplicationSourceConfig: { ExternalUrlConfig: { AccessUrl: 'https://cases.example.com/' } },
  })
  fargate.template.hasResourceProperties('AWS::Connect::IntegrationAssociation', {
    InstanceId: fargateSettings.instance.arn,
    IntegrationType: 'APPLICATION',
  })
  lambda.template.resourceCountIs('AWS::AppIntegrations::Application', 0)
})

test('alarms watch for codes that the server gives, and the topic hears of each', () => {
  const codes = watched.flatMap(({ lines }) => /\$\.code = "(.*?)"/.exec(lines)?.[1] ?? [])
  expect(Object.keys(problemCatalogue)).toEqual(expect.arrayContaining(codes))
  const alarms = propertiesOf(fargate, 'AWS::CloudWatch::Alarm')
  expect(alarms).toHaveLength(watched.length + 1)
  for (const { AlarmActions } of alarms) expect(AlarmActions).toEqual([fargateSettings.alarmTopicArn])
})
