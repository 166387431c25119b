import type { HashName } from '../algorithms.ts'
import { DerReader } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import { signatureOidOf } from '../x509/algorithm-identifier.ts'
import type { Certificate } from '../x509/certificate.ts'
import { signatureAlgorithm } from '../x509/write-algorithm.ts'
import { type AlgorithmChoice, chooseAlgorithm } from './algorithm.ts'
import type { SignatureScheme } from './signer.ts'

/** How a remote key signs, and how the service is told. */
export interface RemoteAlgorithm {
  readonly scheme: SignatureScheme
  readonly hash: HashName
  /** `signAlgo`. */
  readonly oid: string
  /** `signAlgoParams`, base64. */
  readonly parameters: string | null
}

// Identifiers that leave the hash to be said beside them.
const openOids: Readonly<Record<SignatureScheme, string>> = {
  'rsa-pkcs1': '1.2.840.113549.1.1.1',
  'rsa-pss': '1.2.840.113549.1.1.10',
  ecdsa: '1.2.840.10045.2.1',
}

const hashes = ['sha256', 'sha384', 'sha512'] as const

/**
 * What is asked for, or else usual, as far as the credential offers it.
 *
 * @throws PadesError `algorithm_not_allowed`, `key_too_weak`
 */
export function chooseRemoteAlgorithm(
  { key }: Certificate,
  choice: AlgorithmChoice,
  offered: readonly string[],
): RemoteAlgorithm {
  const usual = chooseAlgorithm(key, choice)
  const schemes =
    choice.scheme === undefined && key.kind === 'rsa' ? (['rsa-pkcs1', 'rsa-pss'] as const) : [usual.scheme]
  const wanted = choice.hash === undefined ? [usual.hash, ...hashes] : [choice.hash]
  for (const scheme of schemes)
    for (const hash of wanted) {
      const oid = [signOid(scheme, hash), openOids[scheme]].find((one) => offered.includes(one))
      if (oid !== undefined) return { scheme, hash, oid, parameters: parametersOf(scheme, hash) }
    }
  throw new PadesError(
    'algorithm_not_allowed',
    `the remote key does not sign by ${usual.scheme} with ${usual.hash}`,
    {
      algorithm: usual.scheme,
      hash: usual.hash,
      offered: offered.join(' '),
    },
  )
}

const signOid = (scheme: SignatureScheme, hash: HashName): string =>
  scheme === 'rsa-pss' ? openOids[scheme] : signatureOidOf(scheme, hash)

function parametersOf(scheme: SignatureScheme, hash: HashName): string | null {
  if (scheme !== 'rsa-pss') return null
  const identifier = new DerReader(signatureAlgorithm(scheme, hash)).sequence()
  identifier.oid()
  return Buffer.from(identifier.raw()).toString('base64')
}
