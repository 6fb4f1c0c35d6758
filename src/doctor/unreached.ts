/** Why there was no answer, and what to do. */
export interface Unreached {
  readonly says: string
  readonly cure: string
}

const ownCertificate = 'The certificate of HOST is of an authority that this machine does not know.'
const trust =
  'Serve the whole chain of certificates. Where the authority is the company’s own, name its file in NODE_EXTRA_CA_CERTS.'
const unknownName: Unreached = {
  says: 'The name HOST is not in the DNS.',
  cure: 'Check the address, and its DNS record.',
}
const brokeOff: Unreached = {
  says: 'HOST closed the connection without an answer.',
  cure: 'Look in the log of the server and of what stands before it.',
}

// Codes of Node's DNS, sockets, TLS (OpenSSL's names) and of its fetch.
const reasons: Readonly<Record<string, Unreached>> = {
  ENOTFOUND: unknownName,
  EAI_AGAIN: unknownName,
  ECONNREFUSED: {
    says: 'Nothing listens at HOST.',
    cure: 'Start the server, and check the port and the firewall.',
  },
  ECONNRESET: brokeOff,
  UND_ERR_SOCKET: brokeOff,
  CERT_HAS_EXPIRED: { says: 'The certificate of HOST has expired.', cure: 'Renew the certificate.' },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    says: 'The certificate of HOST is for another name.',
    cure: 'Use a certificate that names the host.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: { says: ownCertificate, cure: trust },
  SELF_SIGNED_CERT_IN_CHAIN: { says: ownCertificate, cure: trust },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: { says: ownCertificate, cure: trust },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: { says: ownCertificate, cure: trust },
  ERR_SSL_WRONG_VERSION_NUMBER: {
    says: 'HOST does not speak TLS.',
    cure: 'Use http:// in the address, or give the server a certificate.',
  },
}

/** An error of fetch in words. */
export function unreached({ host }: URL, error: unknown, timeoutMs: number): Unreached {
  const { says, cure } = isTimeout(error) ? tooSlow(timeoutMs) : reasonOf(error)
  return { says: says.replace('HOST', host), cure }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}

function tooSlow(timeoutMs: number): Unreached {
  return {
    says: `HOST did not answer within ${timeoutMs / 1000} s.`,
    cure: 'Check the firewall and the load of the server, and ask again.',
  }
}

function reasonOf(error: unknown): Unreached {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const said = cause instanceof Error ? cause.message : 'the request failed'
  return reasons[code] ?? { says: `HOST cannot be asked: ${code || said}.`, cure: 'Check the address and the network.' }
}
