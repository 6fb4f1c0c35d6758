import { contactArnIn } from './arns.ts'
import type { Seed } from './seed-schema.ts'

/** A line to paste into a shell that lists the cases of the contact with the most; null where the seed has no contact. */
export function cliExample(seed: Seed, url: string): string | null {
  const contacts = seed.domains.flatMap((domain) => domain.contacts.map((contact) => ({ domain, contact })))
  const [first] = contacts.sort((a, b) => b.contact.caseIds.length - a.contact.caseIds.length)
  if (first === undefined) return null
  return [
    // Any will do: the CLI asks for credentials, and the emulator does not look at them.
    'AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any',
    'aws connectcases list-cases-for-contact',
    `--domain-id ${quoted(first.domain.domainId)}`,
    `--contact-arn ${quoted(contactArnIn(seed, first.contact))}`,
    `--region ${seed.region} --endpoint-url ${url}`,
  ].join(' ')
}

// Ids have no pattern, so they may mean something to a shell.
function quoted(text: string): string {
  return /^[\w:/.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}
