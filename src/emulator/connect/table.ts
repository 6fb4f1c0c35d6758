import type { Operation } from '../operation.ts'
import { associateApprovedOrigin, listApprovedOrigins } from './approved-origins.ts'
import { describeContact, getCurrentUserData } from './contacts.ts'
import { describeInstance, listInstances } from './instances.ts'
import {
  createIntegrationAssociation,
  deleteIntegrationAssociation,
  listIntegrationAssociations,
} from './integration-associations.ts'
import {
  describeSecurityProfile,
  listSecurityProfileApplications,
  listSecurityProfilePermissions,
  listSecurityProfiles,
  updateSecurityProfile,
} from './security-profiles.ts'
import { describeUser, searchUsers } from './users.ts'

/** Of the service `connect`: whether a contact is an agent's, as a backend asks; and what an administrator sets up. */
export const connectOperations: readonly Operation[] = [
  ...[describeContact, getCurrentUserData, describeUser, searchUsers],
  ...[describeInstance, listInstances],
  ...[createIntegrationAssociation, listIntegrationAssociations, deleteIntegrationAssociation],
  ...[listApprovedOrigins, associateApprovedOrigin],
  ...[listSecurityProfiles, describeSecurityProfile, updateSecurityProfile],
  ...[listSecurityProfileApplications, listSecurityProfilePermissions],
]
