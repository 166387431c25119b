/** The hashes that a new signature may use (TT15/2025, annex I; ETSI TS 119 312). */
export type HashName = 'sha256' | 'sha384' | 'sha512'
