import { type Answer, success } from '../answer.ts'
import { changed, type Outcome } from '../operation.ts'
import { integer, list, oneOf, optional, required, structure, text } from '../shape.ts'
import { connectFailure, connectOperation } from './connect-operation.ts'
import { epochSeconds } from './epoch.ts'
import type { Instance } from './instance.ts'
import type { SecurityProfile } from './instance-change.ts'

const instanceId = required(text(1, 100))
const ofProfile = { InstanceId: instanceId, SecurityProfileId: required(text(1, 256)) }
const pageOf = { maxResults: optional(integer(1, 1000)), nextToken: optional(text(0, 2500)) }
const applications = list(
  structure({
    Namespace: optional(text(1, 128)),
    ApplicationPermissions: optional(list(text(1, 128), 1, 50)),
    Type: optional(oneOf('MCP', 'THIRD_PARTY_APPLICATION')),
  }),
  0,
  10,
)

export const listSecurityProfiles = connectOperation({
  name: 'ListSecurityProfiles',
  method: 'GET',
  path: '/security-profiles-summary/{InstanceId}',
  parametersIn: 'query',
  input: structure({ InstanceId: instanceId, ...pageOf }),
  answer: (_, { instance, paged }) =>
    paged([...instance.securityProfiles.values()], 1000, (page, NextToken) => ({
      SecurityProfileSummaryList: page.map((profile) => ({
        Id: profile.securityProfileId,
        Arn: arnOf(profile, instance),
        Name: profile.name,
        LastModifiedTime: epochSeconds(profile.modifiedAt),
      })),
      NextToken,
    })),
})

export const describeSecurityProfile = connectOperation({
  name: 'DescribeSecurityProfile',
  method: 'GET',
  path: '/security-profiles/{InstanceId}/{SecurityProfileId}',
  input: structure(ofProfile),
  answer: ({ SecurityProfileId }, { instance }) =>
    withProfile(instance, SecurityProfileId, (profile) =>
      success({
        SecurityProfile: {
          Id: profile.securityProfileId,
          OrganizationResourceId: instance.instanceId,
          Arn: arnOf(profile, instance),
          SecurityProfileName: profile.name,
          Description: profile.description,
          LastModifiedTime: epochSeconds(profile.modifiedAt),
        },
      }),
    ),
})

export const listSecurityProfileApplications = connectOperation({
  name: 'ListSecurityProfileApplications',
  method: 'GET',
  path: '/security-profiles-applications/{InstanceId}/{SecurityProfileId}',
  parametersIn: 'query',
  input: structure({ ...ofProfile, ...pageOf }),
  answer: ({ SecurityProfileId }, { instance, paged }) =>
    withProfile(instance, SecurityProfileId, ({ applications }) =>
      paged(applications, 1000, (Applications, NextToken) => ({ Applications, NextToken })),
    ),
})

export const listSecurityProfilePermissions = connectOperation({
  name: 'ListSecurityProfilePermissions',
  method: 'GET',
  path: '/security-profiles-permissions/{InstanceId}/{SecurityProfileId}',
  parametersIn: 'query',
  input: structure({ ...ofProfile, ...pageOf }),
  answer: ({ SecurityProfileId }, { instance, paged }) =>
    withProfile(instance, SecurityProfileId, ({ permissions }) =>
      paged(permissions, 1000, (Permissions, NextToken) => ({ Permissions, NextToken })),
    ),
})

/** A member that is given replaces all that was there, and one that is not leaves it: undocumented, so a choice. */
export const updateSecurityProfile = connectOperation({
  name: 'UpdateSecurityProfile',
  method: 'POST',
  path: '/security-profiles/{InstanceId}/{SecurityProfileId}',
  input: structure({
    ...ofProfile,
    Description: optional(text(0, 250)),
    Permissions: optional(list(text(1, 128), 0, 500)),
    Applications: optional(applications),
  }),
  answer: ({ SecurityProfileId, Description, Permissions, Applications }, { instance, at }) =>
    withProfile(instance, SecurityProfileId, (before) => {
      const given = Applications?.flatMap((one) => (one.Type === 'MCP' ? [] : (one.ApplicationPermissions ?? [])))
      // "For third-party applications, only the ACCESS permission is supported": so its documentation.
      const wrong = given?.find((permission) => permission !== 'ACCESS')
      if (wrong !== undefined) return connectFailure('InvalidParameterException', `${wrong} is not a permission`)
      const securityProfile = {
        ...before,
        description: Description ?? before.description,
        permissions: Permissions ?? before.permissions,
        applications: Applications ?? before.applications,
        modifiedAt: at,
      }
      return changed({}, { kind: 'securityProfilePut', at, securityProfile })
    }),
})

function withProfile(
  { securityProfiles }: Instance,
  id: string,
  answer: (profile: SecurityProfile) => Answer | Outcome,
): Answer | Outcome {
  const profile = securityProfiles.get(id)
  if (profile !== undefined) return answer(profile)
  return connectFailure('ResourceNotFoundException', `Security profile ${id} was not found`)
}

function arnOf({ securityProfileId }: SecurityProfile, { instanceArn }: Instance): string {
  return `${instanceArn}/security-profile/${securityProfileId}`
}
