/** What a verifying process is asked, as it can be sent to another thread. */
export interface VerifyRequest {
  readonly path: string
  readonly trust: readonly string[]
  /** RFC 3339. */
  readonly at: string
  /** Whether OCSP, CRL and issuers may be asked of the addresses that certificates name. */
  readonly online: boolean
}
