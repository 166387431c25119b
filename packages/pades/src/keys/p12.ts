import type { KeyObject } from 'node:crypto'
import { normaliseDer } from '../der/normalise.ts'
import { constructed, DerReader } from '../der/read.ts'
import { PadesError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { AlgorithmChoice } from './algorithm.ts'
import { chainOf } from './chain.ts'
import { belongsTo, keySigner } from './key-signer.ts'
import { type Bags, type Named, readBags } from './p12-bags.ts'
import { IterationBudget, maxFileBytes, notRead, tooMuch } from './p12-limits.ts'
import { formsByMac } from './p12-mac.ts'
import { passwordForms } from './p12-password.ts'
import { wrongPassword } from './pbe.ts'
import type { Signer } from './signer.ts'

export interface P12Options extends AlgorithmChoice {
  /** Which key of several: what its owner calls it. */
  readonly friendlyName?: string
  /** Which key of several: its certificate's serial number, hexadecimal. */
  readonly serial?: string
}

const dataOid = '1.2.840.113549.1.7.1'

/**
 * Opens a PKCS #12 file (RFC 7292; `.p12`, `.pfx`): what OpenSSL, Windows and Java write, old and new. The code of
 * integrity is checked before anything is opened. Reading takes as long as the file's iterations ask: a tenth of a
 * second is usual, some seconds are the bound.
 *
 * @throws PadesError `key_wrong_password`; `key_malformed`; `key_not_found`; `key_ambiguous`, whose `choices` list the
 *   keys; `key_mismatch` where no certificate is the key's; `key_too_weak`; `algorithm_not_allowed`
 */
export function openP12(bytes: Uint8Array, password: string, options: P12Options = {}): Signer {
  const bags = asKeyErrors(() => readFile(bytes, password))
  const { key, certificate } = choose(identitiesOf(bags), options)
  const pool = bags.certificates.map(({ value }) => value)
  const issuers = chainOf(certificate, pool).map(({ der }) => der)
  return keySigner({
    key,
    certificate: certificate.der,
    issuers,
    scheme: options.scheme,
    hash: options.hash,
  })
}

/** PFX (RFC 7292, 4). */
function readFile(bytes: Uint8Array, password: string): Bags {
  if (bytes.length > maxFileBytes) tooMuch('octets', maxFileBytes)
  const pfx = new DerReader(normaliseDer(bytes).der).sequence()
  const version = pfx.count()
  if (version !== 3) notRead('version', String(version))
  const info = pfx.sequence()
  const type = info.oid()
  // Integrity by a public key's signature instead of a password: nobody writes it.
  if (type !== dataOid) notRead('content', type)
  const safe = info.enter(constructed(0)).octets()
  const budget = new IterationBudget()
  const all = passwordForms(password)
  const forms = pfx.done ? all : formsByMac(pfx, safe, all, budget)
  if (forms.length === 0) throw wrongPassword()
  return readBags(safe, forms, budget)
}

function asKeyErrors<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof PadesError) || error.code !== 'der_malformed') throw error
    throw new PadesError('key_malformed', `key file: ${error.message}`, error.details, { cause: error })
  }
}

interface Identity {
  readonly key: KeyObject
  readonly certificate: Certificate
  readonly names: readonly string[]
}

/** Each key with its certificate; of several for the same key the one that is valid longest. */
function identitiesOf({ keys, certificates }: Bags): readonly Identity[] {
  if (keys.length === 0) throw new PadesError('key_not_found', 'there is no private key in the file')
  const identities = keys.flatMap((key) => identityOf(key, certificates))
  if (identities.length === 0)
    throw new PadesError('key_mismatch', 'no certificate of the file belongs to its private key')
  return identities
}

function identityOf(key: Named<KeyObject>, certificates: readonly Named<Certificate>[]): readonly Identity[] {
  const own = certificates
    .filter(({ value }) => belongsTo(value, key.value))
    .sort((a, b) => b.value.notAfter.getTime() - a.value.notAfter.getTime())
  const [longest] = own
  if (longest === undefined) return []
  const names = [key, longest].flatMap(({ friendlyName }) => (friendlyName === null ? [] : [friendlyName]))
  return [{ key: key.value, certificate: longest.value, names }]
}

function choose(identities: readonly Identity[], { friendlyName, serial }: P12Options): Identity {
  const fitting = identities.filter(
    ({ certificate, names }) =>
      (friendlyName === undefined || names.some((name) => sameName(name, friendlyName))) &&
      (serial === undefined || certificate.serial === plainSerial(serial)),
  )
  const [chosen, another] = fitting
  if (chosen !== undefined && another === undefined) return chosen
  const choices = identities.map(describe).join('; ')
  if (chosen === undefined)
    throw new PadesError('key_not_found', `no key of the file is the one that was asked for: ${choices}`, {
      choices,
    })
  throw new PadesError('key_ambiguous', `several keys are in the file: ${choices}`, { choices })
}

const sameName = (a: string, b: string): boolean => a.normalize('NFC') === b.normalize('NFC')

const plainSerial = (serial: string): string =>
  serial
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
    .replace(/^0+(?=.)/, '')

const describe = ({ certificate, names }: Identity): string =>
  `${names[0] ?? certificate.subject.display} (${certificate.serial})`
