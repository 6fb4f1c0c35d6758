import type { Domain } from '../domain.ts'
import type { Case } from '../entities.ts'
import { inDomain, operation } from '../operation.ts'
import { id, pageOfDomain, required, structure } from '../shape.ts'

/**
 * In the order of their links, ten a page unless fewer are asked for; the order and the default are undocumented.
 * So is what the service says of a contact it has no cases for, be it unknown, of another instance or no ARN at all:
 * here each is a contact without cases. The shape of the ARN is not checked, for the model gives it none.
 */
export const listCasesForContact = operation({
  name: 'ListCasesForContact',
  path: '/domains/{domainId}/list-cases-for-contact',
  parametersIn: 'body',
  input: structure({
    ...pageOfDomain(10),
    contactArn: required(id),
  }),
  answer: inDomain((domain, { input, paged, now, linkDelayMs }) =>
    paged(casesLinkedTo(domain, input.contactArn, now - linkDelayMs), 10, (page, nextToken) => ({
      cases: page.map(({ caseId, templateId }) => ({ caseId, templateId })),
      nextToken,
    })),
  ),
})

/** The cases that were linked to the contact by that moment. */
function casesLinkedTo({ cases, relatedItems }: Domain, contactArn: string, by: number): Case[] {
  const found: Case[] = []
  for (const [caseId, { linkedAt }] of relatedItems.linksByContact.get(contactArn) ?? []) {
    const linked = linkedAt <= by ? cases.get(caseId) : undefined
    if (linked !== undefined) found.push(linked)
  }
  return found
}
