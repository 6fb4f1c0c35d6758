import { forEachOperation } from '../../server/quota/account-quotas.ts'
import type { Check } from '../check.ts'
import type { AwsCalls } from '../gather/aws-account.ts'
import { good, type Verdict, warning, wrong } from '../verdict.ts'

export const awsChecks: readonly Check<AwsCalls>[] = [
  { id: 'permissions', title: 'AWS lets these credentials read what the server reads', look: permissions },
]

const policy = 'Give the role the policy of deploy/README.md.'
const credentials = 'Give the shell the credentials of the server’s role, such as by AWS_PROFILE.'

// By the names that AWS and its SDK give them.
const cures: Readonly<Record<string, { readonly says: string; readonly cure: string }>> = {
  AccessDeniedException: { says: 'is not allowed', cure: policy },
  CredentialsProviderError: { says: 'has no credentials', cure: credentials },
  TokenProviderError: { says: 'has no credentials', cure: credentials },
  ExpiredTokenException: { says: 'has expired credentials', cure: credentials },
  UnrecognizedClientException: { says: 'has credentials that AWS does not know', cure: credentials },
  InvalidSignatureException: { says: 'has credentials that AWS does not take', cure: credentials },
  ResourceNotFoundException: { says: 'finds nothing', cure: 'Check domainId, --contact-arn and the Region.' },
  AbortError: { says: 'was not answered within 10 s', cure: 'Check the way to AWS, and the endpoints of the shell.' },
  TimeoutError: { says: 'was not answered within 10 s', cure: 'Check the way to AWS, and the endpoints of the shell.' },
}

function permissions(calls: AwsCalls): Verdict {
  const failed = [...calls].filter((call): call is [(typeof call)[0], string] => call[1] !== null)
  const throttled = failed.filter(
    ([, error]) => error === 'ThrottlingException' || error === 'TooManyRequestsException',
  )
  const [first] = failed.filter((call) => !throttled.includes(call))
  if (first !== undefined) {
    const error = first[1]
    const names = failed.filter((call) => call[1] === error).map(([operation]) => operation)
    const { says, cure } = cures[error] ?? {
      says: `fails with ${error}`,
      cure: 'Look the error up in AWS’s API reference.',
    }
    return wrong(`${names.join(', ')} ${says}.`, cure)
  }
  if (throttled.length > 0) return warning('AWS throttles the account.', 'Ask again when fewer agents work.')
  const untried = Object.keys(forEachOperation(() => null)).filter(
    (name) => ![...calls.keys()].some((each) => each === name),
  )
  if (untried.length === 0) return good('All the server’s calls are allowed.')
  return good(`${calls.size} of the server’s calls are allowed. Not tried: ${untried.join(', ')}.`)
}
