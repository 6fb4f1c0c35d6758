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

const throttling: ReadonlySet<string> = new Set(['ThrottlingException', 'TooManyRequestsException'])

function permissions(calls: AwsCalls): Verdict {
  const errors = new Set([...calls.values()].filter((error) => error !== null))
  const error = [...errors].find((name) => !throttling.has(name))
  if (error !== undefined) {
    const names = [...calls].filter(([, each]) => each === error).map(([operation]) => operation)
    const { says, cure } = reasons[error] ?? { says: `CALLS failed with ${error}`, cure: lookUp }
    return wrong(`${says.replace('CALLS', names.join(', '))}.`, cure)
  }
  if (errors.size > 0) return warning('AWS throttles the account.', 'Ask again when fewer agents work.')
  const tried = Object.entries(forEachOperation((operation) => calls.has(operation)))
  const untried = tried.filter(([, wasTried]) => !wasTried).map(([operation]) => operation)
  if (untried.length === 0) return good('All the server’s calls are allowed.')
  return good(`Allowed: ${[...calls.keys()].join(', ')}. Not tried: ${untried.join(', ')}.`)
}
