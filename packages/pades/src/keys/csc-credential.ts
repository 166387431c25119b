import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import type { CscClient } from './csc-client.ts'
import { answerWrong, type CscObject, fromBase64 } from './csc-json.ts'

/** One thing that a person must give before a remote key signs for him. */
export interface AuthorizationFactor {
  /** How the service calls it: `PIN`, `OTP`. */
  readonly id: string
  readonly type: string
  readonly label: string | null
  readonly description: string | null
  /** `A` for letters, `N` for digits. */
  readonly format: string | null
}

/** What a service says of a key that it keeps (`credentials/info`). */
export interface RemoteCredential {
  readonly id: string
  readonly description: string | null
  readonly certificate: Certificate
  readonly others: readonly Certificate[]
  /** Object identifiers of what the key signs by. */
  readonly algorithms: readonly string[]
  readonly mode: 'implicit' | 'explicit'
  /** Which factors it takes, such as `PIN AND OTP`. */
  readonly expression: string | null
  readonly factors: readonly AuthorizationFactor[]
  /** Whether an authorisation holds for the hashes that it names alone (SCAL2). */
  readonly boundToHash: boolean
  /** How many signatures one authorisation may be for. */
  readonly multisign: number
}

const maxPages = 100

/** The keys that the service keeps for whoever the token stands for. @throws PadesError as `CscClient.post` */
export async function listCredentials(client: CscClient): Promise<readonly string[]> {
  const ids: string[] = []
  let pageToken: string | null = null
  for (let page = 0; page < maxPages; page++) {
    const answer = await client.post('credentials/list', pageToken === null ? {} : { pageToken })
    ids.push(...answer.texts('credentialIDs'))
    pageToken = answer.optionalText('nextPageToken')
    if (pageToken === null) return ids
  }
  throw answerWrong('its list of keys does not end')
}

/**
 * @throws PadesError `remote_signer_refused` with `key_disabled`, `certificate_…` or `auth_mode` as its `error` where the key
 *   cannot be used; as `CscClient.post`
 */
export async function readCredential(client: CscClient, id: string): Promise<RemoteCredential> {
  const answer = await client.post('credentials/info', {
    credentialID: id,
    certificates: 'chain',
    certInfo: true,
    authInfo: true,
  })
  const key = answer.object('key')
  const cert = answer.object('cert')
  const auth = answer.object('auth')
  const status = cert.optionalText('status') ?? 'valid'
  if (key.text('status') !== 'enabled') throw refused('key_disabled', 'the remote key is disabled')
  if (status !== 'valid')
    throw refused(`certificate_${status}`, `the certificate of the remote key is ${status}`)
  const [certificate, ...others] = cert.texts('certificates').map(parseListed)
  if (certificate === undefined) throw answerWrong('the remote key has no certificate')
  return {
    id,
    description: answer.optionalText('description'),
    certificate,
    others,
    algorithms: key.texts('algo'),
    mode: readMode(auth),
    expression: auth.optionalText('expression'),
    factors: auth.objects('objects').map(readFactor),
    boundToHash: answer.optionalText('SCAL') === '2',
    multisign: Math.max(1, answer.optionalCount('multisign') ?? 1),
  }
}

// The third mode leads a person through the service's own pages, which is not for a library to do.
function readMode(auth: CscObject): 'implicit' | 'explicit' {
  const mode = auth.text('mode')
  if (mode === 'implicit' || mode === 'explicit') return mode
  throw refused('auth_mode', `the remote key is authorised by ${mode}, which is not done here`)
}

function readFactor(factor: CscObject): AuthorizationFactor {
  return {
    id: factor.text('id'),
    type: factor.text('type'),
    label: factor.optionalText('label'),
    description: factor.optionalText('description'),
    format: factor.optionalText('format'),
  }
}

function parseListed(text: string): Certificate {
  try {
    return parseCertificate(fromBase64(text, 'a certificate'))
  } catch (cause) {
    throw new PadesError(
      'service_answer_wrong',
      'the signing service gives a certificate that is none',
      {},
      { cause },
    )
  }
}

export function refused(error: string, message: string): PadesError {
  return new PadesError('remote_signer_refused', message, { error })
}
