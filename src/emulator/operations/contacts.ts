import { inDomain, operation } from '../operation.ts'
import { id, integer, nextToken, optional, required, structure } from '../shape.ts'

/**
 * In the order of the seed, ten a page unless fewer are asked for; the order and the default are undocumented.
 * So is what the service says of a contact it has no cases for, be it unknown, of another instance or no ARN at all:
 * here each is a contact without cases. The shape of the ARN is not checked, for the model gives it none.
 */
export const listCasesForContact = operation({
  name: 'ListCasesForContact',
  path: '/domains/{domainId}/list-cases-for-contact',
  parametersIn: 'body',
  input: structure({
    domainId: required(id),
    contactArn: required(id),
    maxResults: optional(integer(1, 10)),
    nextToken: optional(nextToken),
  }),
  answer: inDomain(({ casesByContact }, { input, paged }) =>
    paged(casesByContact.get(input.contactArn) ?? [], 10, (page, nextToken) => ({
      cases: page.map(({ caseId, templateId }) => ({ caseId, templateId })),
      nextToken,
    })),
  ),
})
