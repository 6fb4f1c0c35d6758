/** The link that opens a case: `{caseId}` of the template replaced by the id, encoded. */
export function caseUrl(template: string, caseId: string): string {
  return template.replaceAll('{caseId}', () => encodeURIComponent(caseId))
}
