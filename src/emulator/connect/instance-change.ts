/** A third-party application of the account: Amazon AppIntegrations has it, and instances are associated with it. */
export interface Application {
  readonly id: string
  readonly arn: string
  readonly namespace: string
  readonly name: string
  /** What else was given, as requests and answers have it. */
  readonly content: Readonly<Record<string, unknown>>
  readonly createdAt: string
  readonly modifiedAt: string
  /** Of the request that made it, so that the same one again makes no second. */
  readonly clientToken?: string
}

export interface ApplicationAccess {
  readonly Namespace?: string | undefined
  readonly ApplicationPermissions?: readonly string[] | undefined
  readonly Type?: 'MCP' | 'THIRD_PARTY_APPLICATION' | undefined
}

/** What the agents who have it may do. */
export interface SecurityProfile {
  readonly securityProfileId: string
  readonly name: string
  readonly description: string
  readonly permissions: readonly string[]
  readonly applications: readonly ApplicationAccess[]
  readonly modifiedAt: string
}

export interface IntegrationAssociation {
  readonly associationId: string
  readonly integrationType: string
  readonly integrationArn: string
}

interface ChangeOf<K extends string> {
  readonly kind: K
  /** ISO 8601 with Z. */
  readonly at: string
}

/** The only ways an instance, or what its account registers for it, changes. */
export type InstanceChange =
  | (ChangeOf<'applicationPut'> & { readonly application: Application })
  | (ChangeOf<'associationCreated' | 'associationDeleted'> & { readonly association: IntegrationAssociation })
  | (ChangeOf<'approvedOriginAdded'> & { readonly origin: string })
  | (ChangeOf<'securityProfilePut'> & { readonly securityProfile: SecurityProfile })
