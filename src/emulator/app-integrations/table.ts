import type { Operation } from '../operation.ts'
import { createApplication, getApplication, listApplications, updateApplication } from './applications.ts'

/** Of Amazon AppIntegrations: the applications that the agent workspace can show. */
export const appIntegrationsOperations: readonly Operation[] = [
  createApplication,
  getApplication,
  listApplications,
  updateApplication,
]
