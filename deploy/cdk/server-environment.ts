import type { InstanceArn } from './instance-arn.ts'

/** Variables of the server, by name: the tables of docs/operate.md and docs/sign-in.md. */
export type ServerEnvironment = Readonly<Record<string, string>>

/** What the deployment knows better than its administrator. */
export const setByDeployment = ['ALLOWED_ORIGINS', 'AWS_REGION', 'HOST', 'INSTANCES', 'PORT', 'SEAL_KEYS', 'STORE']

interface Deployed {
  readonly domainName: string
  readonly casesDomainId: string
  readonly instance: InstanceArn
  readonly server: ServerEnvironment
}

/** What the server is told, secrets apart, wherever it runs. */
export function serverEnvironment({ domainName, casesDomainId, instance, server }: Deployed): ServerEnvironment {
  return {
    ...server,
    INSTANCES: JSON.stringify({ [instance.arn]: casesDomainId }),
    // CloudFront asks an HTTP API by that API's own name, so the page's origin is not the host that the server sees.
    ALLOWED_ORIGINS: `https://${domainName}`,
  }
}
