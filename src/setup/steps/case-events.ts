import { z } from 'zod'
import type { Ask } from '../make-call.ts'
import type { Result } from '../result.ts'
import type { Wishes } from '../wishes.ts'
import type { Step } from './step.ts'

const configurationForm = z.object({
  eventBridge: z.object({
    enabled: z.boolean(),
    includedData: z
      .object({
        caseData: z.object({ fields: z.array(z.object({ id: z.string() })) }).nullish(),
        relatedItemData: z.object({ includeContent: z.boolean() }).nullish(),
      })
      .nullish(),
  }),
})

/** Which events the domain sends, and with what in them. */
export type CaseEvents = z.infer<typeof configurationForm>['eventBridge']

export async function readCaseEvents(ask: Ask, { domainId }: Wishes): Promise<Result<CaseEvents>> {
  const call = { service: 'connectcases', operation: 'GetCaseEventConfiguration', input: { domainId } } as const
  const configuration = await ask(call, configurationForm)
  return configuration.ok ? { ok: true, value: configuration.value.eventBridge } : configuration
}

/**
 * Events of cases that say which contact was linked, which is what tells a listener whose list has changed. No field of
 * a case is added to what they carry, and none is taken away.
 */
export function caseEventsStep({ domainId }: Wishes, { enabled, includedData }: CaseEvents): Step {
  const isSo = enabled && includedData?.relatedItemData?.includeContent === true
  const caseData = includedData?.caseData
  const eventBridge = {
    enabled: true,
    includedData: { ...(caseData ? { caseData } : {}), relatedItemData: { includeContent: true } },
  }
  const input = { domainId, eventBridge }
  return {
    title: 'The domain sends events of cases, with the contacts that are linked',
    writes: isSo ? [] : [{ service: 'connectcases', operation: 'PutCaseEventConfiguration', input }],
  }
}
