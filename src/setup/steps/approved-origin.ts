import { z } from 'zod'
import { askPages } from '../ask-pages.ts'
import type { Ask } from '../make-call.ts'
import type { Result } from '../result.ts'
import type { Wishes } from '../wishes.ts'
import type { Step } from './step.ts'

export function readApprovedOrigins(
  ask: Ask,
  { instanceId: InstanceId }: Pick<Wishes, 'instanceId'>,
): Promise<Result<readonly string[]>> {
  const call = { service: 'connect', operation: 'ListApprovedOrigins', input: { InstanceId } } as const
  return askPages(ask, call, { member: 'Origins', item: z.string() })
}

/** A page that frames the softphone must be on the instance's list. */
export function approvedOriginStep({ instanceId, pageUrl }: Wishes, approved: readonly string[]): Step {
  const { origin } = pageUrl
  const input = { InstanceId: instanceId, Origin: origin }
  return {
    title: `${origin} may frame the softphone`,
    writes: approved.includes(origin) ? [] : [{ service: 'connect', operation: 'AssociateApprovedOrigin', input }],
  }
}
