/** Requests a second, and how many at once after a pause. */
export interface Quota {
  readonly rate: number
  readonly burst: number
}

const twoAndFive: Quota = { rate: 2, burst: 5 }
const twoAndTen: Quota = { rate: 2, burst: 10 }
const sixAndTwenty: Quota = { rate: 6, burst: 20 }

/**
 * The API quotas of a new account: "Amazon Connect Cases service quotas" in the Amazon Connect Administrator Guide.
 * What the guide does not list (SearchAllRelatedItems, BatchPutFieldOptions, deletes, AppIntegrations) has no limit here.
 */
export const accountQuotas: Readonly<Record<string, Quota>> = {
  ListCasesForContact: { rate: 2, burst: 2 },
  UpdateCase: { rate: 2, burst: 2 },
  GetCase: { rate: 4, burst: 10 },
  GetTemplate: sixAndTwenty,
  GetLayout: sixAndTwenty,
  ListTemplates: twoAndTen,
  ListLayouts: twoAndTen,
  SearchCases: twoAndTen,
  SearchRelatedItems: twoAndTen,
  CreateCase: twoAndTen,
  CreateRelatedItem: twoAndTen,
  GetCaseEventConfiguration: twoAndTen,
  PutCaseEventConfiguration: twoAndTen,
  ListFields: twoAndFive,
  GetDomain: twoAndFive,
  ListDomains: twoAndFive,
  CreateField: twoAndFive,
  UpdateField: twoAndFive,
  CreateTemplate: twoAndFive,
  UpdateTemplate: twoAndFive,
  BatchGetField: { rate: 8, burst: 25 },
  ListFieldOptions: { rate: 6, burst: 16 },
  // Of the service `connect`: "Amazon Connect API throttling quotas" of that guide. Where it names no operation, its line
  // of all the others holds.
  DescribeContact: { rate: 10, burst: 15 },
  GetCurrentUserData: twoAndFive,
  DescribeUser: twoAndFive,
  SearchUsers: twoAndFive,
  DescribeInstance: twoAndFive,
  ListInstances: twoAndFive,
  CreateIntegrationAssociation: twoAndFive,
  ListIntegrationAssociations: twoAndFive,
  DeleteIntegrationAssociation: twoAndFive,
  ListApprovedOrigins: twoAndFive,
  AssociateApprovedOrigin: twoAndFive,
  ListSecurityProfiles: twoAndFive,
  DescribeSecurityProfile: twoAndFive,
  UpdateSecurityProfile: twoAndFive,
  ListSecurityProfileApplications: twoAndFive,
  ListSecurityProfilePermissions: twoAndFive,
}
