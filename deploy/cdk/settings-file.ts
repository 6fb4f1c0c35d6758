import { z } from 'zod'

const arnOf = (service: string, example: string) =>
  z.string().regex(new RegExp(`^arn:aws[a-z-]*:${service}:[^\\s]+$`), `must be an ARN such as ${example}`)

const fargate = z
  .strictObject({
    kind: z.literal('fargate'),
    tasks: z.int().min(1).max(20).default(2),
    /** An image of a registry; without it `cdk deploy` builds this repository's. */
    image: z.string().optional(),
    store: z.enum(['valkey', 'memory']).default('valkey'),
  })
  .refine(({ tasks, store }) => tasks === 1 || store === 'valkey', {
    path: ['store'],
    error: 'must be valkey where there are several tasks: each alone would use the whole quota',
  })
const lambda = z.strictObject({ kind: z.literal('lambda') })
const backend = z.discriminatedUnion('kind', [fargate, lambda])

// What CloudWatch Logs knows: PutRetentionPolicy in its API reference.
const retentions = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288]

const domainForm = 'must be a host name such as cases.example.com'

/** The members of the file that tells a deployment what to be. */
export const settingsFile = z
  .strictObject({
    domainName: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, domainForm),
    // CloudFront takes certificates of this Region alone.
    certificateArn: arnOf('acm:us-east-1', 'arn:aws:acm:us-east-1:111122223333:certificate/ID'),
    instanceArn: z.string(),
    casesDomainId: z.string().min(1),
    page: z.record(z.string(), z.unknown()),
    server: z.record(z.string(), z.string()),
    backend,
    webAclArn: arnOf('wafv2:us-east-1', 'arn:aws:wafv2:us-east-1:111122223333:global/webacl/NAME/ID').optional(),
    alarmTopicArn: arnOf('sns', 'arn:aws:sns:eu-central-1:111122223333:TOPIC').optional(),
    sealKeysSecretArn: arnOf('secretsmanager', 'arn:aws:secretsmanager:eu-central-1:111122223333:secret:ID').optional(),
    logRetentionDays: z
      .int()
      .refine((days) => retentions.includes(days), `must be one of ${retentions.join(', ')}`)
      .default(90),
    agentWorkspace: z
      .strictObject({ namespace: z.string().min(1), approvedOrigins: z.array(z.url()).default([]) })
      .optional(),
  })
  .refine(({ backend, sealKeysSecretArn }) => !hasStore(backend) || sealKeysSecretArn !== undefined, {
    path: ['sealKeysSecretArn'],
    error: 'must be there where there is a store: what is in it is sealed, and read by all tasks',
  })
  .refine(({ backend, sealKeysSecretArn }) => backend.kind === 'fargate' || sealKeysSecretArn === undefined, {
    path: ['sealKeysSecretArn'],
    error: 'is for Fargate: Lambda puts no secret into an environment',
  })

function hasStore(backend: BackendSettings): boolean {
  return backend.kind === 'fargate' && backend.store === 'valkey'
}

/** What the API runs on. */
export type BackendSettings = z.infer<typeof backend>
