/** What is shown of a signature or a file; the design's section 8.10. */
export type Verdict = 'valid' | 'valid_no_tsa' | 'modified_after' | 'indeterminate' | 'invalid'

/** A file has the worst verdict of its signatures, or one of these two. */
export type FileVerdict = Verdict | 'not_signed' | 'error'

/** The main indication of ETSI EN 319 102-1, 5.1.3. */
export type Indication = 'VALID' | 'INVALID' | 'INDETERMINATE'

/** The same sentence in both languages. */
export interface Sentence {
  readonly vi: string
  readonly en: string
}

/** One thing that was found; `code` is stable snake_case and has its sentences in the catalogue. */
export interface Finding {
  readonly code: string
  /** `fails` makes the signature invalid, `unknown` indeterminate, `changed` modified after; `note` is only told. */
  readonly weight: 'fails' | 'unknown' | 'changed' | 'note'
  readonly sentence: Sentence
  readonly details: Readonly<Record<string, string | number>>
}

export interface CertificateSummary {
  readonly subject: string
  readonly commonName: string | null
  readonly organisation: string | null
  readonly issuer: string
  readonly serial: string
  readonly notBefore: string
  readonly notAfter: string
  readonly sha256: string
  readonly key: string
}

export interface RevocationReport {
  readonly certificateSha256: string
  readonly status: 'good' | 'revoked' | 'unknown' | 'not_needed'
  readonly source: 'ocsp' | 'crl' | null
  /** Where it was found. */
  readonly from: 'signature' | 'file' | 'service' | 'given' | null
  readonly thisUpdate: string | null
  readonly nextUpdate: string | null
  readonly revokedAt: string | null
  readonly reason: string | null
}

export interface TimestampReport {
  readonly kind: 'signature' | 'document' | 'content'
  /** Null where the token cannot be read. */
  readonly at: string | null
  readonly indication: Indication
  readonly authority: CertificateSummary | null
  readonly hash: string
  readonly findings: readonly Finding[]
}

/** One thing that a later revision changed. */
export interface ChangeReport {
  readonly revision: number
  readonly kind:
    | 'evidence'
    | 'timestamp'
    | 'signature'
    | 'form_value'
    | 'annotation'
    | 'metadata'
    | 'page'
    | 'content'
    | 'structure'
    | 'action'
    | 'trailing'
  readonly allowed: boolean
  /** Number of the page from 1, where the change is on a page. */
  readonly page: number | null
  /** Object number and generation, `12 0`. */
  readonly object: string | null
  readonly field: string | null
  readonly sentence: Sentence
}

export interface SignatureReport {
  readonly verdict: Verdict
  readonly indication: Indication
  /** As in EN 319 102-1, 5.1.3, in capitals: HASH_FAILURE, REVOKED, NO_CERTIFICATE_CHAIN_FOUND…; null where valid. */
  readonly subIndication: string | null
  readonly reason: Sentence
  readonly findings: readonly Finding[]
  readonly kind: 'signature' | 'document_timestamp'
  /** Full name of the field. */
  readonly field: string
  /** Number of the revision that it closes, from 1. */
  readonly revision: number
  readonly subFilter: string | null
  readonly level: 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | null
  readonly intact: boolean
  readonly coversWholeFile: boolean
  readonly byteRange: readonly number[]
  readonly signer: CertificateSummary | null
  /** From the signer's certificate to the anchor. */
  readonly path: readonly CertificateSummary[]
  readonly trustStore: { readonly name: string; readonly kind: string } | null
  readonly claimedAt: string | null
  /** The earliest time at which a trusted time-stamp proves the signature to have been there. */
  readonly provenAt: string | null
  readonly timeIsClaimed: boolean
  readonly timestamps: readonly TimestampReport[]
  readonly revocation: readonly RevocationReport[]
  readonly algorithms: { readonly hash: string; readonly signature: string; readonly keyBits: number } | null
  readonly certification: 1 | 2 | 3 | null
  readonly declared: {
    readonly reason: string | null
    readonly location: string | null
    readonly name: string | null
  }
  /** What is not allowed first; at most a hundred. */
  readonly changesAfter: readonly ChangeReport[]
  /** How many more there are. */
  readonly changesLeftOut: number
  /** What runs out when, soonest first: certificates of the path and of its time-stamps. */
  readonly expires: readonly { readonly what: string; readonly at: string }[]
}

export interface FileReport {
  readonly verdict: FileVerdict
  readonly reason: Sentence
  /** The time at which it was judged, RFC 3339 in UTC. */
  readonly at: string
  readonly file: {
    readonly sizeBytes: number
    readonly sha256: string
    readonly revisions: number
    readonly pdfVersion: string | null
  } | null
  readonly signatures: readonly SignatureReport[]
  /** Set with the verdict `error` alone. */
  readonly error: { readonly code: string; readonly sentence: Sentence } | null
}
