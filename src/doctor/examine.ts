import type { PageConfig } from '../contract/page-config.ts'
import type { Answer, Ask } from './ask.ts'
import { given, lookAt, missing } from './check.ts'
import { apiChecks } from './checks/api.ts'
import { entranceChecks } from './checks/entrance.ts'
import { endpointChecks, issuerChecks } from './checks/issuer.ts'
import { policyChecks } from './checks/policy.ts'
import { siteChecks } from './checks/site.ts'
import { tokenChecks } from './checks/token.ts'
import type { DoctorOptions, PageOptions } from './doctor-options.ts'
import { type AwsInstruments, examineAccount } from './examine-account.ts'
import { gatherApi } from './gather/api.ts'
import { gatherEntrance } from './gather/entrance.ts'
import { gatherFramedPage } from './gather/framed-page.ts'
import { documentOf, gatherEndpoints, gatherIssuer } from './gather/issuer.ts'
import { configOf, gatherSite } from './gather/site.ts'
import type { Finding } from './verdict.ts'

/** What the doctor looks with. */
export interface Instruments extends AwsInstruments {
  readonly ask: Ask
  /** Milliseconds since 1970. */
  readonly time: () => number
}

/**
 * Looks at a deployment from outside, or at the server's settings alone. What hangs on something that is wrong is
 * skipped, and everything else is seen.
 */
export async function examine(options: DoctorOptions, instruments: Instruments): Promise<Finding[]> {
  const { page } = options
  return page === null ? examineAccount(noPage, options, instruments) : examinePage({ ...options, page }, instruments)
}

async function examinePage(options: PageOptions, instruments: Instruments): Promise<Finding[]> {
  const { ask } = instruments
  const entrance = await gatherEntrance(ask, options.page)
  const entered = lookAt(entranceChecks, { facts: entrance })
  const isThere = entered.some(({ id, outcome }) => id === 'page' && outcome === 'good')
  const page = isThere && entrance.page.kind === 'answer' ? entrance.page : null
  const site = page === null ? missing('The page does not answer.') : given(await gatherSite(ask, options.page, page))
  const read = 'facts' in site ? configOf(site.facts.config) : { faults: [] }
  const config = 'value' in read ? read.value : null
  return [
    ...entered,
    ...lookAt(siteChecks, site),
    ...(await examineConfigured(page, config, options, ask)),
    ...(await examineIssuer(config, options, ask)),
    ...examineToken(config, options, instruments),
    ...(await examineAccount(config === null ? noConfig : given(config), options, instruments)),
  ]
}

const noConfig = missing('There is no valid /config.json.')
const noPage = missing('No page was named.')

async function examineConfigured(
  page: Answer | null,
  config: PageConfig | null,
  options: PageOptions,
  ask: Ask,
): Promise<Finding[]> {
  if (page === null || config === null) return [...lookAt(policyChecks, noConfig), ...lookAt(apiChecks, noConfig)]
  const [framed, api] = await Promise.all([
    gatherFramedPage(ask, page, config, options),
    gatherApi(ask, config, options),
  ])
  return [...lookAt(policyChecks, given(framed)), ...lookAt(apiChecks, given(api))]
}

async function examineIssuer(config: PageConfig | null, { page }: PageOptions, ask: Ask): Promise<Finding[]> {
  const none = config === null ? noConfig : missing('Nobody signs in: config.json has no auth.')
  if (config?.auth === undefined) return [...lookAt(issuerChecks, none), ...lookAt(endpointChecks, none)]
  const issuer = await gatherIssuer(ask, config.auth, page)
  const document = documentOf(issuer.discovery)
  const endpoints =
    document === null
      ? missing('The issuer’s document cannot be read.')
      : given(await gatherEndpoints(ask, issuer, document, page))
  return [...lookAt(issuerChecks, given(issuer)), ...lookAt(endpointChecks, endpoints)]
}

function examineToken(
  config: PageConfig | null,
  { token }: DoctorOptions,
  { time }: Pick<Instruments, 'time'>,
): Finding[] {
  if (token === null) return lookAt(tokenChecks, missing('There is no token: see --token.'))
  return lookAt(tokenChecks, given({ token, auth: config?.auth ?? null, now: time() }))
}
