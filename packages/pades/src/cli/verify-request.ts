/** What a verifying thread is asked, as it can be sent there. */
export interface VerifyRequest {
  /** The path of a file, or the bytes of standard input. */
  readonly file: string | Uint8Array
  readonly trust: readonly string[]
  /** RFC 3339. */
  readonly at: string
  /** Whether OCSP, CRL and issuers may be asked of the addresses that certificates name. */
  readonly online: boolean
}
