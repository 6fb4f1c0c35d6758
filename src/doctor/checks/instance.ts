import type { Result } from '../../setup/result.ts'
import { permissions } from '../../setup/steps/registered-application.ts'
import type { Check } from '../check.ts'
import type { InstanceFacts } from '../gather/instance.ts'
import { good, skipped, type Verdict, warning, wrong } from '../verdict.ts'

export const instanceChecks: readonly Check<InstanceFacts>[] = [
  { id: 'approved-origin', title: 'The page may frame the softphone', look: approvedOrigin },
  { id: 'application', title: 'The agent workspace opens the page', look: application },
]

function approvedOrigin(facts: InstanceFacts): Verdict {
  if (facts.host !== 'streams') return skipped(`host is ${facts.host}: the page frames no softphone.`)
  const { page, approved } = facts
  if (!approved.ok) return unseen(approved)
  if (approved.value.includes(page)) return good(`${page} is an approved origin of the instance.`)
  return wrong(`${page} is no approved origin of the instance.`, setUpFor('streams'))
}

function application(facts: InstanceFacts): Verdict {
  if (facts.host !== 'workspace') return skipped(`host is ${facts.host}: the page is no application.`)
  const { page, application: found } = facts
  if (!found.ok) return unseen(found)
  if (found.value === null) return wrong(`No application is registered at ${page}.`, setUpFor('workspace'))
  const { application, isOfInstance } = found.value
  if (!isOfInstance) return wrong('The application is not the instance’s.', setUpFor('workspace'))
  const scope = application.ApplicationConfig?.ContactHandling?.Scope
  if (scope !== 'PER_CONTACT') {
    return wrong('The application is opened once for all contacts, and not for each.', setUpFor('workspace'))
  }
  const allowed = application.Permissions ?? []
  const missing = allowed.includes('*') ? [] : permissions.filter((permission) => !allowed.includes(permission))
  if (missing.length === 0) return good('The application is the instance’s, and opened for each contact.')
  // Without it the panel only does not follow the agent's language.
  const isMinor = missing.every((permission) => permission === 'User.Configuration.View')
  const verdict = isMinor ? warning : wrong
  return verdict(`The application lacks the permission ${missing.join(' and ')}.`, setUpFor('workspace'))
}

const setUpFor = (host: string) => `Run connect-contact-cases setup --host ${host}: it says what it would change.`

/** The server's role need not see these: that is no fault of the deployment. */
function unseen({ message }: Extract<Result<never>, { ok: false }>): Verdict {
  return skipped(`${message.replace(/\.$/, '')}.`)
}
