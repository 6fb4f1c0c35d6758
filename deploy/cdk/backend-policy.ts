import type { InstanceArn } from './instance-arn.ts'

/** A statement of the policy of the server's role. */
export interface AllowStatement {
  readonly sid: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
}

/**
 * All that the server may do in AWS. Resources are as narrow as the "Service Authorization Reference" of
 * Amazon Connect Cases and of Amazon Connect knows them: one domain, one instance.
 */
export function backendPolicy(instance: InstanceArn, casesDomainId: string): readonly AllowStatement[] {
  const { arn, partition, region, account } = instance
  const domain = `arn:${partition}:cases:${region}:${account}:domain/${casesDomainId}`
  return [
    {
      sid: 'ListInDomain',
      actions: ['cases:ListCasesForContact', 'cases:SearchCases', 'cases:ListTemplates', 'cases:ListFields'],
      resources: [domain],
    },
    {
      sid: 'ReadInDomain',
      actions: ['cases:GetCase', 'cases:GetTemplate', 'cases:ListFieldOptions'],
      resources: [domain, `${domain}/case/*`, `${domain}/template/*`, `${domain}/field/*`],
    },
    { sid: 'WhoseContact', actions: ['connect:DescribeContact'], resources: [`${arn}/contact/*`] },
    {
      sid: 'WhichAgent',
      // The service asks for the last two of whoever searches users.
      actions: [
        'connect:GetCurrentUserData',
        'connect:SearchUsers',
        'connect:DescribeUser',
        'connect:ListUserProficiencies',
      ],
      resources: [arn, `${arn}/agent/*`],
    },
  ]
}
