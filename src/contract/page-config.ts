import * as z from 'zod/mini'
import { localeCodes } from '../locales/locale-code.ts'
import { idSchema } from './id.ts'
import type { PageAuth } from './page-auth.ts'

const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' })
const regionForm = 'must be an AWS Region such as us-east-1'
const apiForm = 'must be a path such as /api, or a URL'
const isPathOrUrl = (text: string) => /^\/[^/]/.test(text) || webUrl.safeParse(text).success

const textForm = 'must be a text'
const text = z.string(textForm).check(z.minLength(1, textForm))
const originForm = 'must be origins such as https://login.example.com'
const embeddersForm = 'must be a list of origins such as ["https://desk.example.com"]'
const isOrigin = (url: string) => URL.canParse(url) && /^https?:/.test(url) && new URL(url).origin === url
const sayUnknown = (issue: z.core.$ZodRawIssue) =>
  issue.code === 'unrecognized_keys' ? `knows no member ${issue.keys.join(', ')}` : 'must be a JSON object'
const sayUnknownTo = (host: string) => (issue: z.core.$ZodRawIssue) => `${sayUnknown(issue)} where host is ${host}`

const pageAuthSchema = z.strictObject(
  {
    issuer: webUrl,
    clientId: text,
    scope: z._default(text, 'openid'),
    resource: z.optional(text),
    audience: z.optional(text),
    origins: z._default(z.array(z.string(originForm).check(z.refine(isOrigin, originForm)), originForm), []),
  },
  { error: sayUnknown },
) satisfies z.ZodMiniType<PageAuth>

/** What every host needs, and may have. */
const everywhere = {
  /** Region of the Amazon Connect instance, e.g. `us-east-1`. */
  region: z.string(regionForm).check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, regionForm)),
  domainId: idSchema,
  /** Where the backend answers: a path on the page's own origin, or a URL. */
  apiBaseUrl: z._default(z.string(apiForm).check(z.refine(isPathOrUrl, apiForm)), '/api'),
  /** What "open" opens, with `{caseId}` where the id goes; without it case rows are not links. */
  caseUrlTemplate: z.optional(webUrl.check(z.refine((url) => url.includes('{caseId}'), 'must contain {caseId}'))),
  /** The panel's language, one of `localeCodes`; without it, the host's, or else the browser's. */
  locale: z.optional(z.enum(localeCodes, `must be one of ${localeCodes.join(', ')}`)),
  /** Reads the next page by itself when the end of the list comes into view. */
  autoLoadMore: z._default(z.boolean('must be true or false'), false),
  /** Where agents sign in; without it, nobody does. */
  auth: z.optional(pageAuthSchema),
}

/** The page is the agent's desktop and frames the CCP itself. */
const streams = {
  host: z.literal('streams'),
  /** The CCP to frame, e.g. `https://example.my.connect.aws/ccp-v2/`. */
  ccpUrl: webUrl,
}

/** The page is a third-party app of the agent workspace, which frames it once for each contact. */
const workspace = { host: z.literal('workspace') }

/** The page is in a frame of a desktop that hands over its contacts. */
const frame = {
  host: z.literal('frame'),
  /** The origins of the desktops that may do so. */
  embedders: z
    .array(z.string(originForm).check(z.refine(isOrigin, originForm)), embeddersForm)
    .check(z.minLength(1, embeddersForm)),
}

/** The page's settings, `/config.json`: read when the page starts, so that one build serves every stage. */
export const pageConfigSchema = z.discriminatedUnion(
  'host',
  [
    z.strictObject({ ...streams, ...everywhere }, { error: sayUnknownTo('streams') }),
    z.strictObject({ ...workspace, ...everywhere }, { error: sayUnknownTo('workspace') }),
    z.strictObject({ ...frame, ...everywhere }, { error: sayUnknownTo('frame') }),
  ],
  { error: (issue) => (issue.code === 'invalid_union' ? 'must be streams, workspace or frame' : sayUnknown(issue)) },
)

export type PageConfig = z.infer<typeof pageConfigSchema>
