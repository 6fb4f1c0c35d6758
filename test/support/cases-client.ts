import { ConnectCases, type ConnectCasesClientConfig } from '@aws-sdk/client-connectcases'

/** Credentials and Region for a service on loopback: they only have to be there. */
export const fakeAwsEnvironment = {
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: 'us-east-1',
  AWS_DEFAULT_REGION: 'us-east-1',
} as const

const fakeCredentials = {
  accessKeyId: fakeAwsEnvironment.AWS_ACCESS_KEY_ID,
  secretAccessKey: fakeAwsEnvironment.AWS_SECRET_ACCESS_KEY,
}

/** The unmodified SDK client, pointed at an endpoint by code, asking once unless it is configured otherwise. */
export function createCasesClient(endpoint: string, config: ConnectCasesClientConfig = {}): ConnectCases {
  return new ConnectCases({
    endpoint,
    region: fakeAwsEnvironment.AWS_REGION,
    // Whoever points the suite elsewhere brings the keys for it, in any way the SDK knows.
    ...(process.env['CASES_ENDPOINT_URL'] ? {} : { credentials: fakeCredentials }),
    maxAttempts: 1,
    ...config,
  })
}
