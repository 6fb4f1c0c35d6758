import type { Check } from '../check.ts'
import { documentOf, type Endpoints, type Issuer } from '../gather/issuer.ts'
import { parseJson } from '../parse-json.ts'
import { good, type Verdict, wrong } from '../verdict.ts'
import { client, issuerCors, returnUrl } from './issuer-answers.ts'
import { keys, origins, pkce } from './issuer-document.ts'

export const issuerChecks: readonly Check<Issuer>[] = [
  { id: 'issuer', title: 'The issuer describes itself', look: issuer },
]

export const endpointChecks: readonly Check<Endpoints>[] = [
  { id: 'issuer-origins', title: 'The page may reach the issuer’s endpoints', look: origins },
  { id: 'issuer-pkce', title: 'The issuer takes PKCE', look: pkce },
  { id: 'issuer-keys', title: 'The issuer has keys', look: keys },
  { id: 'issuer-cors', title: 'The issuer lets the page ask', look: issuerCors },
  { id: 'issuer-client', title: 'The issuer knows the page', look: client },
  { id: 'issuer-return', title: 'The issuer comes back to the page', look: returnUrl },
]

const checkIssuer = 'Check auth.issuer in config.json and OIDC_ISSUER: letter for letter as the issuer writes it.'

function issuer({ auth, discovery }: Issuer): Verdict {
  if (discovery.kind === 'silence') return wrong(discovery.says, discovery.cure)
  if (discovery.status !== 200 || parseJson(discovery.text) === undefined) {
    return wrong(`${discovery.url} answers with HTTP ${discovery.status}, and not with a document.`, checkIssuer)
  }
  const document = documentOf(discovery)
  if (document === null) {
    return wrong(
      'The issuer’s document lacks an endpoint of sign-in, or its keys.',
      'Use an issuer with OpenID Connect.',
    )
  }
  if (document.issuer !== auth.issuer) {
    return wrong(`The issuer calls itself ${document.issuer}, and config.json ${auth.issuer}.`, checkIssuer)
  }
  return good('The issuer is the one that config.json names.')
}
