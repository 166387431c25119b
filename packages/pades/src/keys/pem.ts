import { createPrivateKey, type KeyObject } from 'node:crypto'
import { asBuffer } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import { type Certificate, parseCertificate } from '../x509/certificate.ts'
import type { AlgorithmChoice } from './algorithm.ts'
import { chainOf } from './chain.ts'
import { belongsTo, keySigner } from './key-signer.ts'
import { importKey, openEncryptedKey } from './p12-bags.ts'
import { IterationBudget, maxFileBytes, tooMuch } from './p12-limits.ts'
import { passwordForms } from './p12-password.ts'
import { readPem } from './pem-blocks.ts'
import type { Signer } from './signer.ts'

export interface PemOptions extends AlgorithmChoice {
  /** PEM or DER: PKCS #8, also encrypted, or the older forms of RSA and EC keys. */
  readonly key: string | Uint8Array
  readonly password?: string
  /** PEM or DER; of several certificates in it the key's is taken and the others may be its issuers. */
  readonly certificate: string | Uint8Array
  readonly issuers?: string | readonly (string | Uint8Array)[]
}

/**
 * Signs with a key and certificates as files have them.
 *
 * @throws PadesError `key_wrong_password`, also where one is needed and none given; `key_malformed`; `key_mismatch`;
 *   `key_too_weak`; `algorithm_not_allowed`; `certificate_malformed`
 */
export function openPem({ key, password, certificate, issuers = [], scheme, hash }: PemOptions): Signer {
  const privateKey = readKey(key, password)
  const candidates = readCertificates(certificate)
  const own = candidates.find((one) => belongsTo(one, privateKey))
  if (own === undefined) throw new PadesError('key_mismatch', 'no certificate belongs to the private key')
  const others = (typeof issuers === 'string' ? [issuers] : issuers).flatMap(readCertificates)
  const chain = chainOf(own, [...candidates, ...others]).map(({ der }) => der)
  return keySigner({ key: privateKey, certificate: own.der, issuers: chain, scheme, hash })
}

function readKey(source: string | Uint8Array, password: string | undefined): KeyObject {
  const blocks = readPem(source).filter(({ label }) => label.endsWith('PRIVATE KEY'))
  const [block] = blocks
  if (block === undefined) {
    if (typeof source === 'string')
      throw new PadesError('key_malformed', 'there is no private key in the file')
    return readDerKey(source, password)
  }
  if (block.label === 'ENCRYPTED PRIVATE KEY') return openPkcs8(block.der(), password)
  return readOtherPem(block.text, password)
}

function readDerKey(der: Uint8Array, password: string | undefined): KeyObject {
  if (der.length > maxFileBytes) tooMuch('octets', maxFileBytes)
  return password === undefined ? importKey(der) : openPkcs8(der, password)
}

function openPkcs8(der: Uint8Array, password: string | undefined): KeyObject {
  if (password === undefined) throw needed()
  try {
    return importKey(openEncryptedKey(der, passwordForms(password), new IterationBudget()))
  } catch (error) {
    if (!(error instanceof PadesError) || error.code !== 'der_malformed') throw error
    throw new PadesError('key_malformed', `key: ${error.message}`, error.details, { cause: error })
  }
}

// The older forms have one round of MD5 for a derivation, so that nothing in them needs a bound of ours.
function readOtherPem(text: string, password: string | undefined): KeyObject {
  const closed = text.includes('Proc-Type: 4,ENCRYPTED')
  if (closed && password === undefined) throw needed()
  try {
    return createPrivateKey({
      key: text,
      format: 'pem',
      ...(password === undefined ? {} : { passphrase: password }),
    })
  } catch (error) {
    if (closed)
      throw new PadesError('key_wrong_password', 'the password does not open the key', {}, { cause: error })
    throw new PadesError('key_malformed', 'the private key cannot be read', {}, { cause: error })
  }
}

const needed = (): PadesError => new PadesError('key_wrong_password', 'the private key needs a password')

function readCertificates(source: string | Uint8Array): readonly Certificate[] {
  const blocks = readPem(source)
  if (blocks.length === 0 && typeof source !== 'string') return [parseCertificate(asBuffer(source))]
  const certificates = blocks.filter(({ label }) => label === 'CERTIFICATE' || label === 'X509 CERTIFICATE')
  if (certificates.length === 0)
    throw new PadesError('certificate_malformed', 'there is no certificate in the file')
  return certificates.map((block) => parseCertificate(block.der()))
}
