import { CfnOutput, Validations } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  HttpVersion,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import type { Backend } from './backend.ts'
import { apiHeadersPolicy, pageHeadersPolicy } from './headers-policy.ts'
import type { Headers } from './page-protection.ts'
import type { DeploymentSettings } from './settings.ts'

interface EntranceProps {
  readonly settings: DeploymentSettings
  readonly page: IBucket
  /** By the document's name; `index.html` is one of them. */
  readonly protection: ReadonlyMap<string, Headers>
  readonly backend: Backend
  readonly logs: IBucket
}

/** CloudFront: the page from S3, and `/api` from the backend, on one origin. */
export function createEntrance(scope: Construct, props: EntranceProps): Distribution {
  const { settings, backend, logs } = props
  const { index, others } = documentsOf(scope, props)
  const distribution = new Distribution(scope, 'Entrance', {
    domainNames: [settings.domainName],
    certificate: Certificate.fromCertificateArn(scope, 'Certificate', settings.certificateArn),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
    httpVersion: HttpVersion.HTTP2_AND_3,
    defaultRootObject: 'index.html',
    defaultBehavior: index,
    additionalBehaviors: { ...others, '/api/*': apiOf(scope, backend) },
    enableLogging: true,
    logBucket: logs,
    logFilePrefix: 'entrance/',
    ...(settings.webAclArn !== null && { webAclId: settings.webAclArn }),
  })
  if (settings.webAclArn === null) {
    const reason = 'A web ACL is the company’s to write: the setting webAclArn attaches it.'
    Validations.of(distribution).acknowledge({ id: 'AwsSolutions-CFR2', reason })
  }
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR1',
    reason: 'Where agents work is not known here. Who may see cases is decided by their tokens.',
  })
  new CfnOutput(scope, 'CnameTarget', { value: distribution.distributionDomainName })
  return distribution
}

function documentsOf(scope: Construct, { page, protection }: EntranceProps) {
  const origin = S3BucketOrigin.withOriginAccessControl(page)
  const behaviors = [...protection].map(([name, headers]): [string, BehaviorOptions] => [
    `/${name}`,
    {
      origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: pageHeadersPolicy(scope, `Headers-${name}`, headers),
    },
  ])
  const { '/index.html': index, ...others } = Object.fromEntries(behaviors)
  if (index === undefined) throw new Error('The page has no index.html. Build it with: npm run build')
  return { index, others }
}

function apiOf(scope: Construct, { origin, originRequestPolicy }: Backend): BehaviorOptions {
  return {
    origin,
    originRequestPolicy,
    // No redirect: a token that was sent in the clear must not be repeated in secret as if nothing had happened.
    viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: AllowedMethods.ALLOW_ALL,
    cachePolicy: CachePolicy.CACHING_DISABLED,
    responseHeadersPolicy: apiHeadersPolicy(scope),
  }
}
