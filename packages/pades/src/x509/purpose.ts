import type { Certificate } from './certificate.ts'
import { keyUsages } from './extensions.ts'

/** Purposes of extendedKeyUsage (RFC 5280, 4.2.1.12; RFC 9336; Adobe's and Microsoft's own). */
export const purposeOids = {
  any: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  documentSigning: '1.3.6.1.5.5.7.3.36',
  adobeDocuments: '1.2.840.113583.1.1.5',
  microsoftDocuments: '1.3.6.1.4.1.311.10.3.12',
} as const

export type PurposeVerdict =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'is_authority' | 'key_usage' | 'extended_key_usage' }

// Certificates on Vietnamese tokens name clientAuth and emailProtection, and no purpose of documents.
const forDocuments: ReadonlySet<string> = new Set([
  purposeOids.any,
  purposeOids.clientAuth,
  purposeOids.emailProtection,
  purposeOids.documentSigning,
  purposeOids.adobeDocuments,
  purposeOids.microsoftDocuments,
])

const signing = keyUsages.digitalSignature | keyUsages.nonRepudiation
const good: PurposeVerdict = { ok: true }

/** Whether a certificate may sign documents (TT15/2025, annex II, 1.4 and 1.5; EN 319 412-2, 4.3.2). */
export function judgeDocumentPurpose({ extensions }: Certificate): PurposeVerdict {
  const { basicConstraints, keyUsage, extendedKeyUsage } = extensions
  if (basicConstraints?.ca === true) return { ok: false, reason: 'is_authority' }
  if (keyUsage !== null && (keyUsage & signing) === 0) return { ok: false, reason: 'key_usage' }
  if (extendedKeyUsage !== null && !extendedKeyUsage.some((purpose) => forDocuments.has(purpose)))
    return { ok: false, reason: 'extended_key_usage' }
  return good
}

/** Whether a certificate may stamp time: that purpose alone, and critical (RFC 3161, 2.3). */
export function judgeTimestampPurpose({ extensions }: Certificate): PurposeVerdict {
  const { basicConstraints, keyUsage, extendedKeyUsage, critical } = extensions
  if (basicConstraints?.ca === true) return { ok: false, reason: 'is_authority' }
  if (keyUsage !== null && (keyUsage & signing) === 0) return { ok: false, reason: 'key_usage' }
  const alone = extendedKeyUsage?.length === 1 && extendedKeyUsage[0] === purposeOids.timeStamping
  return alone && critical.has('2.5.29.37') ? good : { ok: false, reason: 'extended_key_usage' }
}

/** Whether a certificate may answer for another's status in its issuer's stead (RFC 6960, 4.2.2.2). */
export function judgeResponderPurpose({ extensions }: Certificate): PurposeVerdict {
  const { keyUsage, extendedKeyUsage } = extensions
  if (keyUsage !== null && (keyUsage & signing) === 0) return { ok: false, reason: 'key_usage' }
  const named = extendedKeyUsage?.includes(purposeOids.ocspSigning) === true
  return named ? good : { ok: false, reason: 'extended_key_usage' }
}
