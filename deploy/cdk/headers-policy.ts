import { Duration } from 'aws-cdk-lib'
import {
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import type { Headers } from './page-protection.ts'

type Strict = NonNullable<ResponseSecurityHeadersBehavior['strictTransportSecurity']>

/** The same two years as the server says where it sees that it was asked over https: behind a balancer it does not. */
const strictTransportSecurity: Strict = {
  accessControlMaxAge: Duration.seconds(63_072_000),
  includeSubdomains: true,
  override: true,
}

// CloudFront takes these in places of their own and refuses them among the others.
const inTheirPlace = [
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
  'x-xss-protection',
]

/** What CloudFront puts on answers from S3, which puts nothing on them. */
export function pageHeadersPolicy(scope: Construct, id: string, headers: Headers): ResponseHeadersPolicy {
  const policy = headers['content-security-policy']
  if (policy === undefined) throw new Error(`${id}: a page without a Content-Security-Policy is not deployed`)
  const others = Object.entries(headers).filter(([header]) => !inTheirPlace.includes(header))
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity,
      xssProtection: { protection: false, override: true },
    },
    customHeadersBehavior: {
      customHeaders: others.map(([header, value]): ResponseCustomHeader => ({ header, value, override: true })),
    },
  })
}

/** What CloudFront puts on answers of the API: they bring the rest themselves. */
export function apiHeadersPolicy(scope: Construct): ResponseHeadersPolicy {
  return new ResponseHeadersPolicy(scope, 'ApiHeaders', { securityHeadersBehavior: { strictTransportSecurity } })
}
