import { z } from 'zod'
import { askPages } from '../ask-pages.ts'
import type { AwsCall, InputMembers } from '../aws-call.ts'
import type { Ask } from '../make-call.ts'
import { fail, type Result, succeed } from '../result.ts'
import type { WorkspaceWishes } from '../wishes.ts'
import type { Step } from './step.ts'

/** "Applications" of a security profile, in the service's own limits. */
const mostApplications = 10

const access = z.object({
  Namespace: z.string().nullish(),
  ApplicationPermissions: z.array(z.string()).nullish(),
  Type: z.string().nullish(),
})

/** A security profile, and which applications it opens. */
export interface ProfileState {
  readonly id: string
  readonly name: string
  readonly applications: readonly z.infer<typeof access>[]
}

/** The profiles that are wished for, each by its id or its name. */
export async function readSecurityProfiles(
  ask: Ask,
  { instanceId: InstanceId, securityProfiles }: WorkspaceWishes,
): Promise<Result<readonly ProfileState[]>> {
  const list: AwsCall = { service: 'connect', operation: 'ListSecurityProfiles', input: { InstanceId } }
  const item = z.object({ Id: z.string(), Name: z.string() })
  const listed = await askPages(ask, list, { member: 'SecurityProfileSummaryList', item })
  if (!listed.ok) return listed
  const states: ProfileState[] = []
  for (const wanted of securityProfiles) {
    const found = listed.value.find(({ Id, Name }) => Id === wanted || Name === wanted)
    if (found === undefined) {
      const names = listed.value.map(({ Name }) => Name).join(', ')
      return fail(`There is no security profile "${wanted}" in this instance: it has ${names || 'none'}`)
    }
    if (states.some(({ id }) => id === found.Id)) continue
    const input = { InstanceId, SecurityProfileId: found.Id }
    const call: AwsCall = { service: 'connect', operation: 'ListSecurityProfileApplications', input }
    const applications = await askPages(ask, call, { member: 'Applications', item: access })
    if (!applications.ok) return applications
    states.push({ id: found.Id, name: found.Name, applications: applications.value })
  }
  return succeed(states)
}

/** Gives access without taking any: UpdateSecurityProfile replaces its list, so that it gets the one that is there and one more. */
export function securityProfileSteps(
  { instanceId: InstanceId, namespace }: WorkspaceWishes,
  profiles: readonly ProfileState[],
): Result<readonly Step[]> {
  const full = profiles.find((one) => !opens(one, namespace) && one.applications.length >= mostApplications)
  if (full !== undefined) {
    return fail(
      `The security profile ${full.name} opens ${mostApplications} applications, and more it cannot: ` +
        'take one away in the console, or give another --security-profile',
    )
  }
  return succeed(
    profiles.map((profile) => {
      const { id: SecurityProfileId, name, applications } = profile
      const Applications = [...applications.filter((one) => one.Namespace !== namespace).map(given), ours(namespace)]
      const input = { InstanceId, SecurityProfileId, Applications }
      return {
        title: `The security profile ${name} opens the application`,
        writes: opens(profile, namespace)
          ? []
          : [{ service: 'connect', operation: 'UpdateSecurityProfile', input } as const],
      }
    }),
  )
}

function opens({ applications }: ProfileState, namespace: string): boolean {
  return applications.some(
    (one) => one.Namespace === namespace && one.ApplicationPermissions?.includes('ACCESS') === true,
  )
}

function ours(namespace: string): InputMembers {
  return { Namespace: namespace, ApplicationPermissions: ['ACCESS'] }
}

function given({ Namespace, ApplicationPermissions, Type }: z.infer<typeof access>): InputMembers {
  return {
    ...(Namespace ? { Namespace } : {}),
    ...(ApplicationPermissions ? { ApplicationPermissions } : {}),
    ...(Type ? { Type } : {}),
  }
}
