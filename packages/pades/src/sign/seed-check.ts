import type { HashName } from '../algorithms.ts'
import { sameBytes } from '../der/bytes.ts'
import { PadesError } from '../errors.ts'
import type { Certification, Lock } from '../form/permissions.ts'
import type { SeedCertificate, SeedRequirement, SeedValues } from '../form/seed-values.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Level } from './levels.ts'

/** What a signature will be, as far as a field can ask for it. */
export interface SignatureFacts {
  readonly hash: HashName
  readonly certificate: Certificate
  readonly issuers: readonly Uint8Array[]
  readonly level: Level
  readonly reason: string | undefined
  readonly certify: Certification | undefined
  readonly lock: Pick<Lock, 'action' | 'permission'> | null
}

/**
 * Whether a signature is what its field demands (ISO 32000-2, 12.7.5.5). A demand that we cannot meet, or do not know,
 * refuses: the field's maker would not take the signature.
 *
 * @throws PadesError `field_requirement_not_met`
 */
export function checkSeed(field: string, seed: SeedValues, facts: SignatureFacts): void {
  const unmet = unmetRequirement(seed, facts)
  if (unmet !== null)
    throw new PadesError('field_requirement_not_met', `The field ${field} demands otherwise: ${unmet}`, {
      field,
      requirement: unmet,
    })
}

/** The first demand that is not met, by the key of the seed dictionary that makes it. */
function unmetRequirement(seed: SeedValues, facts: SignatureFacts): string | null {
  const { required, certification } = seed
  for (const one of required) if (!isMet(one, seed, facts)) return one
  // These bind without a flag.
  if (certification !== null && certification !== (facts.certify ?? 0)) return 'MDP'
  if (seed.timestampRequired && facts.level === 'B-B') return 'TimeStamp'
  const inCertificate = seed.certificate === null ? null : unmetInCertificate(seed.certificate, facts)
  return inCertificate === null ? null : `Cert.${inCertificate}`
}

function isMet(requirement: SeedRequirement, seed: SeedValues, facts: SignatureFacts): boolean {
  switch (requirement) {
    case 'Filter':
      return seed.filter === null || seed.filter === 'Adobe.PPKLite'
    case 'SubFilter':
      return seed.subFilters.includes('ETSI.CAdES.detached')
    case 'DigestMethod':
      return seed.digestMethods.some((method) => method.toLowerCase().replace('-', '') === facts.hash)
    case 'Reasons':
      return isReasonMet(seed.reasons, facts.reason)
    case 'AddRevInfo':
      return !seed.addsRevocation || facts.level === 'B-LT' || facts.level === 'B-LTA'
    case 'LockDocument':
      return !seed.locksDocument || facts.certify === 1 || facts.lock?.permission === 1
    case 'V':
      return true
    case 'LegalAttestation':
    case 'AppearanceFilter':
      return false
  }
}

/** Table 237: an array that is empty or has a single full stop forbids a reason. */
function isReasonMet(reasons: readonly string[], reason: string | undefined): boolean {
  if (reasons.length === 0 || (reasons.length === 1 && reasons[0] === '.')) return reason === undefined
  return reason !== undefined && reasons.includes(reason)
}

function unmetInCertificate(seed: SeedCertificate, facts: SignatureFacts): string | null {
  for (const one of seed.required) if (!isMetByCertificate(one, seed, facts)) return one
  return null
}

function isMetByCertificate(
  requirement: SeedCertificate['required'] extends ReadonlySet<infer Name> ? Name : never,
  seed: SeedCertificate,
  { certificate, issuers }: SignatureFacts,
): boolean {
  switch (requirement) {
    case 'Subject':
      return seed.subjects.some((der) => sameBytes(der, certificate.der))
    case 'Issuer':
      return seed.issuers.some((der) => issuers.some((issuer) => sameBytes(der, issuer)))
    case 'OID':
      return seed.policies.some((policy) => certificate.extensions.policies?.includes(policy) === true)
    case 'KeyUsage':
      return seed.keyUsages.some((pattern) => fitsUsage(pattern, certificate.extensions.keyUsage ?? 0))
    case 'URL':
      return true
    case 'SubjectDN':
      return false
  }
}

/** Table 238: `1` must be set, `0` must not, anything else and what is not named does not matter. */
function fitsUsage(pattern: string, usage: number): boolean {
  return [...pattern].every((wish, bit) => {
    const isSet = ((usage >> bit) & 1) === 1
    return wish === '1' ? isSet : wish !== '0' || !isSet
  })
}
