/** A seed of this many cases, ten to a contact. */
export function manyCases(count: number): unknown {
  const caseIds = Array.from({ length: count }, (_, n) => caseIdOf(n))
  return {
    accountId: '123456789012',
    region: 'us-east-1',
    instanceId: 'i',
    domains: [
      {
        domainId,
        name: 'Many',
        templates: [{ templateId: 't', name: 'Order', status: 'Active' }],
        cases: caseIds.map((caseId, n) => ({
          caseId,
          templateId: 't',
          fields: { title: `Case ${n}`, status: 'open' },
        })),
        contacts: Array.from({ length: count / 10 }, (_, n) => ({
          contactId: `contact-${n}`,
          caseIds: caseIds.slice(n * 10, n * 10 + 10),
        })),
      },
    ],
  }
}

const domainId = 'many'

function caseIdOf(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
}

/** The path and body of a request for the ten cases of the n-th contact. */
export function listRequest(n: number): { path: string; body: string } {
  const contactArn = `arn:aws:connect:us-east-1:123456789012:instance/i/contact/contact-${n}`
  return { path: `/domains/${domainId}/list-cases-for-contact`, body: JSON.stringify({ contactArn }) }
}

export function getRequest(n: number): { path: string; body: string } {
  return { path: `/domains/${domainId}/cases/${caseIdOf(n)}`, body: JSON.stringify({ fields: [{ id: 'title' }] }) }
}

/** What the emulator answers to the first contact's list. */
export const answerBytes = Buffer.from(
  JSON.stringify({
    cases: Array.from({ length: 10 }, (_, n) => ({ caseId: caseIdOf(n), templateId: 't' })),
    nextToken: null,
  }),
)
