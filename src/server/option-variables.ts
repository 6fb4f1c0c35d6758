/** The server reads the same from its environment: one parser, and so one set of rules. */
export const variables = {
  region: 'AWS_REGION',
  'auth.issuer': 'OIDC_ISSUER',
  'auth.audience': 'OIDC_AUDIENCE',
  'auth.instances': 'INSTANCES',
  'auth.jwksUrl': 'OIDC_JWKS_URL',
  'auth.agentClaimIs': 'OIDC_AGENT_CLAIM_IS',
  'auth.agentClaim': 'OIDC_AGENT_CLAIM',
  'auth.supervisorGroup': 'SUPERVISOR_GROUP',
  casesEndpoint: 'AWS_ENDPOINT_URL_CONNECTCASES',
  connectEndpoint: 'AWS_ENDPOINT_URL_CONNECT',
  deadlineMs: 'DEADLINE_MS',
  quotas: 'QUOTAS',
  rowFields: 'ROW_FIELDS',
  allowedOrigins: 'ALLOWED_ORIGINS',
  store: 'STORE',
  sealKeys: 'SEAL_KEYS',
} as const
