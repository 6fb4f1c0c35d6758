import { z } from 'zod'
import type { DeskSetup } from './desk/setup.ts'

// The seed of the Cases emulator, read leniently: only what a softphone needs.
const contact = z
  .object({
    contactId: z.string().min(1).optional(),
    contactArn: z
      .string()
      .regex(/\/contact\/[^/]+$/)
      .optional(),
    caseIds: z.array(z.unknown()).default([]),
    label: z.string().optional(),
    queueName: z.string().optional(),
  })
  .refine((it) => it.contactId ?? it.contactArn, 'a contact needs a contactId or a contactArn')

const seed = z.object({
  accountId: z.string().regex(/^\d{12}$/),
  region: z.string().min(1),
  instanceId: z.string().min(1),
  domains: z.array(z.object({ contacts: z.array(contact).default([]) })),
})

export type SeedResult =
  | { readonly ok: true; readonly setup: DeskSetup }
  | { readonly ok: false; readonly path: string; readonly message: string }

/** The seed as what the softphone page needs, or the first thing wrong with it and where. */
export function parseSeed(json: unknown): SeedResult {
  const result = seed.safeParse(json)
  if (result.success) return { ok: true, setup: toSetup(result.data) }
  const [issue] = result.error.issues
  return { ok: false, path: z.core.toDotPath(issue?.path ?? []), message: issue?.message ?? 'not a seed' }
}

function toSetup({ accountId, region, instanceId, domains }: z.infer<typeof seed>): DeskSetup {
  return {
    instanceArn: `arn:aws:connect:${region}:${accountId}:instance/${instanceId}`,
    // The first one offered shows the most.
    contacts: domains
      .flatMap((domain) => domain.contacts)
      .sort((a, b) => b.caseIds.length - a.caseIds.length)
      .map(toOffer),
  }
}

function toOffer(contact: z.infer<typeof seed>['domains'][number]['contacts'][number]): DeskSetup['contacts'][number] {
  const contactId = contact.contactId ?? contact.contactArn?.split('/').at(-1) ?? ''
  const cases = contact.caseIds.length
  return {
    contactId,
    label: contact.label ?? `${contactId} — ${cases} ${cases === 1 ? 'case' : 'cases'}`,
    queueName: contact.queueName ?? null,
  }
}
