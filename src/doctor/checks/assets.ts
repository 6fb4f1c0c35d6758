import type { Reply } from '../ask.ts'
import type { Site } from '../gather/site.ts'
import { good, type Verdict, warning, wrong } from '../verdict.ts'
import { isKept } from './caching.ts'

/** The worst of what the page loads by itself. */
export function assets({ assets }: Site): Verdict {
  if (!assets.some(({ url }) => url.endsWith('.js'))) {
    return wrong(
      'The page names no script in /assets/.',
      'Build the page with: npm run build. Serve what is in dist/page.',
    )
  }
  const broken = assets.map(brokenAsset).find((verdict) => verdict !== null)
  if (broken !== undefined) return broken
  const unkept = assets.find((reply) => reply.kind === 'answer' && !isKept(reply))
  if (unkept !== undefined) {
    return warning(
      `Browsers load ${pathOf(unkept)} again at each start.`,
      'Serve /assets/ with cache-control: public, max-age=31536000, immutable.',
    )
  }
  return good('All files that the page names load, and browsers keep them.')
}

function brokenAsset(reply: Reply): Verdict | null {
  if (reply.kind === 'silence') return wrong(reply.says, reply.cure)
  const { status, headers } = reply
  if (status !== 200) {
    return wrong(
      `${pathOf(reply)} answers with HTTP ${status}.`,
      'Deploy the page and its assets together, and keep the old assets for a while.',
    )
  }
  const type = headers.get('content-type') ?? 'no type'
  const wanted = reply.url.endsWith('.css') ? /^text\/css/ : /^(text|application)\/javascript/
  if (!reply.url.match(/\.(js|css)$/) || wanted.test(type)) return null
  return wrong(`${pathOf(reply)} comes as ${type}.`, 'Let no other page answer in the place of files of /assets/.')
}

function pathOf({ url }: Reply): string {
  return new URL(url).pathname
}
