import { forEachOperation } from '../../server/quota/account-quotas.ts'
import type { Check } from '../check.ts'
import type { AwsCalls } from '../gather/aws-account.ts'
import { good, type Verdict, warning, wrong } from '../verdict.ts'

export const awsChecks: readonly Check<AwsCalls>[] = [
  { id: 'permissions', title: 'AWS lets these credentials read what the server reads', look: permissions },
]

const policy = 'Give the role the policy of deploy/README.md.'
const credentials = 'Give the shell the credentials of the server’s role, such as by AWS_PROFILE.'

const lookUp = 'Look the error up in AWS’s API reference.'
const slow = { says: 'AWS did not answer CALLS within 10 s', cure: 'Check the way to AWS, and AWS_ENDPOINT_URL.' }

// By the names that AWS and its SDK give them.
const reasons: Readonly<Record<string, { readonly says: string; readonly cure: string }>> = {
  AccessDeniedException: { says: 'AWS does not allow CALLS', cure: policy },
  CredentialsProviderError: { says: 'The shell has no credentials for CALLS', cure: credentials },
  TokenProviderError: { says: 'The shell has no credentials for CALLS', cure: credentials },
  ExpiredTokenException: { says: 'The credentials have expired, for CALLS', cure: credentials },
  UnrecognizedClientException: { says: 'AWS does not know the credentials, for CALLS', cure: credentials },
  InvalidSignatureException: { says: 'AWS does not take the credentials, for CALLS', cure: credentials },
  ResourceNotFoundException: {
    says: 'AWS finds nothing for CALLS',
    cure: 'Check domainId, --contact-arn and the Region.',
  },
  AbortError: slow,
  TimeoutError: slow,
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
  return good(`Allowed: ${[...calls.keys()].join(', ')}. Not tried: ${untried.join(', ')}.`)
}
