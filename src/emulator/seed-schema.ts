import { z } from 'zod'

const id = z.string().min(1).max(500)
// The model's `.*[\S]`: a name does not end in white space.
const name = z.string().min(1).max(100).regex(/\S$/, 'must not end in white space')
const arn = z.string().regex(/^arn:/, 'must be an ARN')

/** A field's value as a seed writes it: `null` is the empty value, and a user is told from a text by its member. */
const fieldValue = z.union(
  [z.string().max(4100), z.number(), z.boolean(), z.null(), z.strictObject({ userArn: arn })],
  'must be a string of at most 4,100 characters, a number, true, false, null or { "userArn": … }',
)

const template = z.strictObject({
  templateId: id,
  name,
  /** A deleted template is still read by its id, but no longer listed. */
  status: z.enum(['Active', 'Inactive', 'Deleted']),
})

const seedCase = z.strictObject({
  caseId: id,
  templateId: id,
  fields: z
    .record(id, fieldValue)
    .refine((fields) => Object.keys(fields).length <= 220, 'must have at most 220 fields')
    .refine((fields) => !Object.hasOwn(fields, 'case_id'), 'must not have case_id: it is the caseId'),
})

/** How a contact is at an agent, in the words of the service `connect`. */
export const contactStates = [
  ...(['INCOMING', 'PENDING', 'CONNECTING', 'CONNECTED', 'CONNECTED_ONHOLD'] as const),
  ...(['MISSED', 'ERROR', 'ENDED', 'REJECTED'] as const),
] as const

const contact = z
  .strictObject({
    /** Completed to an ARN of the seed's own instance. */
    contactId: id.optional(),
    contactArn: id.optional(),
    caseIds: z.array(id),
    /** Who this is, for a person who chooses a contact to ring. */
    label: z.string().min(1).optional(),
    channel: z.enum(['voice', 'chat', 'task', 'email']).optional(),
    queueName: z.string().min(1).optional(),
    /** Whose contact it is, and how it is there; without a state it has left the agent's desk. */
    agentUserId: id.optional(),
    state: z.enum(contactStates).optional(),
  })
  .refine(
    (given) => (given.contactId === undefined) !== (given.contactArn === undefined),
    'must have contactArn or contactId, and not both',
  )

const field = z.strictObject({
  fieldId: id,
  name,
  type: z.enum(['Text', 'Number', 'Boolean', 'DateTime', 'SingleSelect', 'Url', 'User']),
  description: z.string().max(255).optional(),
  options: z
    .array(z.strictObject({ name, value: name, active: z.boolean().default(true) }))
    .max(500)
    .optional(),
})

const layout = z.strictObject({
  layoutId: id,
  name,
  topPanelFieldIds: z.array(id).max(220),
  moreInfoFieldIds: z.array(id).max(220),
})

const domain = z.strictObject({
  domainId: id,
  name,
  /** Custom fields, and system fields that shall have other options. */
  fields: z.array(field).optional(),
  layouts: z.array(layout).optional(),
  templates: z.array(template),
  cases: z.array(seedCase),
  contacts: z.array(contact),
})

const user = z.strictObject({
  userId: z.string().min(1).max(256),
  username: z.string().min(1).max(100),
  securityProfileIds: z.array(z.string()).min(1).max(10).optional(),
})

const securityProfile = z.strictObject({
  securityProfileId: id,
  name,
  permissions: z.array(z.string().min(1).max(128)).max(500).default([]),
})

/** The form of a seed. Whether its ids name something is for `parseSeed` to say. */
export const seedSchema = z
  .strictObject({
    accountId: z.string().regex(/^\d{12}$/, 'must be 12 digits'),
    region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS Region such as us-east-1'),
    /** The instance's name: its pages are at `https://ALIAS.my.connect.aws`. */
    instanceAlias: z
      .string()
      .regex(/^(?!d-)[\da-zA-Z]+(-*[\da-zA-Z])*$/, 'must be letters, digits and single -')
      .max(45)
      .optional(),
    instanceId: z.string().regex(/^[\w-]{1,100}$/, 'must be letters, digits, - and _'),
    domains: z.array(domain),
    /** The agents of the instance. */
    users: z.array(user).optional(),
    /** What agents may do in the instance. */
    securityProfiles: z.array(securityProfile).optional(),
  })
  .brand('Seed')

/** What the emulator starts with: whole and consistent, because only `parseSeed` makes one. */
export type Seed = z.infer<typeof seedSchema>
export type SeedDomain = Seed['domains'][number]
export type SeedTemplate = SeedDomain['templates'][number]
export type SeedCase = SeedDomain['cases'][number]
export type SeedContact = SeedDomain['contacts'][number]
export type SeedValue = SeedCase['fields'][string]
export type SeedUser = NonNullable<Seed['users']>[number]
export type ContactState = (typeof contactStates)[number]
