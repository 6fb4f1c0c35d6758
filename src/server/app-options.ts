import type { Log } from './log.ts'
import type { Operation } from './quota/account-quotas.ts'
import type { Quota } from './quota/call-budget.ts'

/** Who signs agents in, and where they may look. */
export interface AppAuth {
  /** The OpenID issuer whose access tokens are taken, as `Authorization: Bearer`. */
  readonly issuer: string
  /** What those tokens are for: the API's own name at the issuer. */
  readonly audience: string
  /** The Cases domain of each Amazon Connect instance, by the instance's ARN; no others are asked about. */
  readonly instances: Readonly<Record<string, string>>
  /** Where the issuer's keys are; as its discovery document says. */
  readonly jwksUrl?: string
  /** The claim that says who an agent is in Amazon Connect; `sub`. */
  readonly agentClaim?: string
  /** What that claim holds; `username`. */
  readonly agentClaimIs?: 'username' | 'userId'
  /** Whose token has this value in this claim, `groups=supervisors`, may see every contact; nobody. */
  readonly supervisorGroup?: string
}

/** What the app is told. Each option has the default of the server's environment variable. */
export interface AppOptions {
  /** The Region of the Cases domains, such as `us-east-1`. */
  readonly region: string
  /** Without it nobody signs in, and only an emulator on this machine may be asked. */
  readonly auth?: AppAuth
  /** Where Cases answers; as the AWS SDK has it. */
  readonly casesEndpoint?: string
  /** Where Amazon Connect itself answers, with sign-in; as the AWS SDK has it. */
  readonly connectEndpoint?: string
  /** How long a request may wait for Cases, in all its tries. */
  readonly deadlineMs?: number
  /** The account's calls a second: `on`, those of a new account; `off`, none; or some of them instead. */
  readonly quotas?: 'on' | 'off' | Readonly<Partial<Record<Operation, Quota | 'off'>>>
  /** Ids of at most 10 fields that rows show beside the usual ones. */
  readonly rowFields?: readonly string[]
  /** Origins whose pages may ask, beside the app's own. */
  readonly allowedOrigins?: readonly string[]
  /** What several instances share, `redis://…` or `rediss://…`; without it there is one. */
  readonly store?: string
  /** What seals the tokens that browsers hold: `id:key`, several separated by commas; a key for each process. */
  readonly sealKeys?: string
  /** Takes the log, entry by entry; JSON lines on stdout. */
  readonly log?: Log
  /** Whether you have filled OpenTelemetry's registry, and want traces and metrics there; no. */
  readonly telemetry?: boolean
}
