import type { Ask } from './make-call.ts'
import { type Result, succeed } from './result.ts'
import { applicationSteps, readApplication } from './steps/application.ts'
import { approvedOriginStep, readApprovedOrigins } from './steps/approved-origin.ts'
import { caseEventsStep, readCaseEvents } from './steps/case-events.ts'
import { type InstanceState, readInstanceState } from './steps/instance.ts'
import { readSecurityProfiles, securityProfileSteps } from './steps/security-profiles.ts'
import type { Step } from './steps/step.ts'
import type { Wishes } from './wishes.ts'

export interface Plan {
  readonly instance: InstanceState
  readonly steps: readonly Step[]
}

/** Reads how everything is, and says what has to be done; nothing is changed. */
export async function makePlan(ask: Ask, wishes: Wishes): Promise<Result<Plan>> {
  const instance = await readInstanceState(ask, wishes)
  if (!instance.ok) return instance
  const hostSteps = await stepsOfHost(ask, wishes)
  if (!hostSteps.ok) return hostSteps
  const events = await readCaseEvents(ask, wishes)
  if (!events.ok) return events
  return succeed({ instance: instance.value, steps: [...hostSteps.value, caseEventsStep(wishes, events.value)] })
}

async function stepsOfHost(ask: Ask, wishes: Wishes): Promise<Result<readonly Step[]>> {
  switch (wishes.host) {
    case 'workspace': {
      const application = await readApplication(ask, wishes)
      if (!application.ok) return application
      const profiles = await readSecurityProfiles(ask, wishes)
      if (!profiles.ok) return profiles
      const access = securityProfileSteps(wishes, profiles.value)
      return access.ok ? succeed([...applicationSteps(wishes, application.value), ...access.value]) : access
    }
    case 'streams': {
      const origins = await readApprovedOrigins(ask, wishes)
      return origins.ok ? succeed([approvedOriginStep(wishes, origins.value)]) : origins
    }
    case 'frame':
      return succeed([]) // the desktop around it has what it needs, and Amazon Connect never sees the page
  }
}
