import type { Operation } from '../operation.ts'
import { describeContact, getCurrentUserData } from './contacts.ts'
import { describeUser, searchUsers } from './users.ts'

/** What a backend asks the service `connect` to learn whether a contact is an agent's. */
export const connectOperations: readonly Operation[] = [describeContact, getCurrentUserData, describeUser, searchUsers]
