import type { Store } from '../store.ts'

/** All that an administrator has set up, as it is kept. */
export function viewInstance({ domains, instance }: Store) {
  return {
    instanceArn: instance.instanceArn,
    applications: [...instance.applications.values()],
    associations: [...instance.associations.values()],
    approvedOrigins: [...instance.approvedOrigins],
    securityProfiles: [...instance.securityProfiles.values()],
    eventConfigurations: Object.fromEntries(
      [...domains].map(([id, { eventConfiguration }]) => [id, eventConfiguration]),
    ),
  }
}
