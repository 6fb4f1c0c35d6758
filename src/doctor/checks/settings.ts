import { accountQuotas } from '../../server/quota/account-quotas.ts'
import type { Quota } from '../../server/quota/call-budget.ts'
import type { Check } from '../check.ts'
import type { ServerSettings, SettingsFile } from '../gather/settings-file.ts'
import { good, skipped, type Verdict, warning, wrong } from '../verdict.ts'

export const settingsFileChecks: readonly Check<SettingsFile>[] = [
  { id: 'settings', title: 'The server takes its settings', look: settings },
]

export const settingsChecks: readonly Check<ServerSettings>[] = [
  { id: 'settings-agree', title: 'Page and server agree', look: agreement },
  { id: 'quotas', title: 'The server counts its calls', look: quotas },
]

function settings({ read }: SettingsFile): Verdict {
  if (read.ok) return good('The server would start with these.')
  return wrong(
    `${read.problem.replace(/\.$/, '')}.`,
    'Mend the variable as the tables of docs/operate.md and docs/sign-in.md say.',
  )
}

function agreement({ settings, page: named }: ServerSettings): Verdict {
  if ('missing' in named) return skipped(named.missing)
  const config = named.facts
  const { auth, region } = settings
  const page = config.auth
  const set = 'Give config.json and the server’s variables the same.'
  if ((auth === null) !== (page === undefined)) {
    return wrong(auth === null ? 'Only the page signs agents in.' : 'Only the server asks for tokens.', set)
  }
  if (auth !== null && auth.issuer !== page?.issuer) return wrong('OIDC_ISSUER is not auth.issuer.', set)
  const audience = page?.resource ?? page?.audience
  if (auth !== null && audience !== undefined && audience !== auth.audience) {
    return wrong('OIDC_AUDIENCE is not what auth asks tokens for.', set)
  }
  if (auth !== null && ![...auth.instances.values()].includes(config.domainId)) {
    return wrong('INSTANCES does not name the page’s domainId.', set)
  }
  if (region !== null && region !== config.region) return wrong('AWS_REGION is not the page’s region.', set)
  return good('Issuer, audience, domain and Region are the same.')
}

const askAws = 'See "Service Quotas" in the AWS console, and give QUOTAS what the account has.'

/** What AWS allows cannot be asked from here: what the server counts on is said. */
function quotas({ settings }: ServerSettings): Verdict {
  const { quotas, endpoint } = settings
  const own = Object.entries(quotas)
  const off = own.filter(([, quota]) => quota === 'off').map(([operation]) => operation)
  if (off.length > 0 && endpoint === undefined) {
    const which = off.length < own.length ? `its calls of ${off.join(', ')}` : 'its calls'
    return warning(`The server does not count ${which}, and AWS does.`, askAws)
  }
  const changed = own.filter(([operation, quota]) => quota !== 'off' && !isUsual(operation, quota))
  const said = changed.map(([operation, quota]) => `${operation} ${quota === 'off' ? quota : quota.rate} a second`)
  return good(
    said.length > 0 ? `The server counts on ${said.join(', ')}.` : 'The server counts on a new account’s quotas.',
  )
}

const usualQuotas = new Map<string, Quota>(Object.entries(accountQuotas))

function isUsual(operation: string, { rate, burst }: Quota): boolean {
  const usual = usualQuotas.get(operation)
  return usual?.rate === rate && usual.burst === burst
}
