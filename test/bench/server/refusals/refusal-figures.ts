import { createEmulator } from '../../../../src/emulator/emulator.ts'
import { seedOf } from '../../../support/emulator.ts'
import { exactly, type Figure } from '../../../support/figure.ts'
import { foreignPages } from '../../../support/foreign-pages.ts'
import { forgedTokens } from '../../../support/forged-tokens.ts'
import { claims, createKey } from '../../../support/issuer.ts'
import { startBackend } from '../backend-process.ts'
import { audience, startIssuer } from '../issuer-server.ts'
import { type Attempt, createAttempts } from './attempts.ts'
import { arnOf, domainId, instanceArn, seedJson } from './refusal-world.ts'
import { stolenTexts } from './stolen-texts.ts'

const desk = 'https://desk.example'

/** What a server with sign-in must refuse, sent over a real socket. */
export async function refusalFigures(): Promise<readonly Figure[]> {
  const [ec, rsa, foreign] = await Promise.all([createKey('ec'), createKey('rsa', 'RS256'), createKey('ec')])
  const issuer = await startIssuer([ec, rsa])
  const emulator = await createEmulator({ seed: seedOf(seedJson), quotas: 'off' })
  const backend = await startBackend({
    AWS_ENDPOINT_URL_CONNECTCASES: emulator.url,
    AWS_ENDPOINT_URL_CONNECT: emulator.url,
    QUOTAS: 'off',
    ALLOWED_ORIGINS: desk,
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: audience,
    OIDC_AGENT_CLAIM: 'username',
    INSTANCES: JSON.stringify({ [instanceArn]: domainId }),
  })
  const { outcomeOf, close } = createAttempts(backend.url)
  const [ann, bob] = [
    await issuer.tokenOf('ann', { username: 'ann' }),
    await issuer.tokenOf('bob', { username: 'bob' }),
  ]
  const listOf = (token: string, headers = {}): Attempt => ({
    route: 'list-cases-for-contact',
    token,
    body: { contactArn: arnOf('ann-1') },
    headers,
    refusedWith: [],
  })

  const seconds = Math.floor(Date.now() / 1_000)
  const annsClaims = (changes = {}) =>
    claims({ iss: issuer.issuer, aud: audience, iat: seconds, exp: seconds + 300, ...changes })
  const forged = forgedTokens({ ec, rsa, foreign, issuer: issuer.issuer, claims: annsClaims, seconds })
  const pages = foreignPages({ host: new URL(backend.url).host, scheme: 'http', desk })
  const sets = {
    'forged access tokens': await Promise.all(
      Object.values(forged).map(async (forge) => ({ ...listOf(await forge()), refusedWith: ['unauthenticated'] })),
    ),
    'posts of other origins and sites': pages.map(([, headers]) => ({
      ...listOf(ann, headers),
      refusedWith: ['forbidden_origin'],
    })),
    ...(await stolenTexts(outcomeOf, { ann, bob })),
  }
  if ((await outcomeOf(listOf(ann))).code !== 'ok') throw new Error('what is not forged is refused too')
  const figures: Figure[] = []
  for (const [name, attempts] of Object.entries(sets)) {
    const codes = await Promise.all(
      attempts.map(async (each) => each.refusedWith.includes((await outcomeOf(each)).code)),
    )
    const refused = codes.filter(Boolean).length
    figures.push({ name: `${name}, refused`, measured: refused, goal: exactly(attempts.length), unit: '' })
  }
  close()
  await Promise.all([backend.stop(), emulator.close(), issuer.close()])
  return figures
}
