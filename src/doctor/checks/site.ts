import type { Check } from '../check.ts'
import { configOf, type Site } from '../gather/site.ts'
import { parseJson } from '../parse-json.ts'
import { good, skipped, type Verdict, wrong } from '../verdict.ts'
import { assets } from './assets.ts'
import { ageOf, isAskedAgain } from './caching.ts'
import { clock } from './clock.ts'
import { live, ready } from './health.ts'
import { hsts, nosniff, referrerPolicy } from './protection.ts'

export const siteChecks: readonly Check<Site>[] = [
  { id: 'live', title: 'The server runs', look: live },
  { id: 'ready', title: 'The server takes requests', look: ready },
  { id: 'clock', title: 'The server’s clock is right', look: clock },
  { id: 'config', title: '/config.json is valid', look: config },
  { id: 'config-cache', title: 'New settings arrive at once', look: configCache },
  { id: 'assets', title: 'Scripts and styles load', look: assets },
  { id: 'nosniff', title: 'Browsers guess no types', look: nosniff },
  { id: 'referrer', title: 'Other sites learn no address', look: referrerPolicy },
  { id: 'hsts', title: 'Browsers insist on https', look: hsts },
]

function config({ config }: Site): Verdict {
  if (config.kind === 'silence') return wrong(config.says, config.cure)
  if (config.status !== 200 || parseJson(config.text) === undefined) {
    return wrong(
      `/config.json answers with HTTP ${config.status}, and not with JSON.`,
      'Check that this is the page’s address, and that what stands before the server hands /config.json on.',
    )
  }
  const read = configOf(config)
  if ('value' in read) return good(`The settings are valid, for the domain ${read.value.domainId}.`)
  return wrong(`/config.json: ${read.faults.join('; ')}.`, 'Mend it as the table of settings in docs/operate.md says.')
}

function configCache({ config }: Site): Verdict {
  if (config.kind === 'silence' || !('value' in configOf(config))) return skipped('There is no valid /config.json.')
  const age = ageOf(config)
  const cure = 'Let it be served with cache-control: no-cache, and let no proxy keep it.'
  if (age > 0 && !isAskedAgain(config)) return wrong(`/config.json comes from a cache, ${age} s old.`, cure)
  return isAskedAgain(config)
    ? good('Browsers ask for /config.json again at each start.')
    : wrong('Browsers may keep /config.json, and would start with old settings.', cure)
}
