/** One question to a service: a time-stamp authority, an OCSP responder, a place of CRLs or certificates. */
export interface FetchQuestion {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
  readonly timeoutMs: number
  /** An answer that grows longer than this is broken off. */
  readonly maxBytes: number
}

export interface FetchAnswer {
  readonly status: number
  readonly contentType: string | null
  readonly body: Uint8Array
}

/**
 * The one road to the network. It is passed in, so that whoever uses the library decides what may be called.
 *
 * @throws PadesError `service_unreachable`, `service_timeout`, `service_too_large`; `service_refused` for an address that
 *   may not be called
 */
export type Fetcher = (question: FetchQuestion) => Promise<FetchAnswer>
