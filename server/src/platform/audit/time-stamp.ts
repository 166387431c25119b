import {
  type CheckedTimestamp,
  checkTimestamp,
  httpFetcher,
  PadesError,
  type TrustStore,
  timestampSource,
} from '@dot-pha/pades/timestamps'

export type StampResult =
  | { readonly kind: 'stamped'; readonly token: Uint8Array; readonly at: Date }
  | { readonly kind: 'failed'; readonly fault: string; readonly detail: string }

export interface Authority {
  readonly url: string
  /** The trusted certificates; if null, the token's own certificate is accepted. */
  readonly trust: TrustStore | null
  readonly timeoutMs?: number
}

// A timestamp from an authority whose clock is further off is useless.
const toleranceMs = 15 * 60_000

// The operator chose the authority, which may be in their own network.
const fetcher = httpFetcher({ reach: 'any' })

/**
 * Asks an authority (RFC 3161 over HTTP) to stamp a SHA-256, and verifies everything in its response.
 *
 * @returns a failure's `fault` is the code of `pades`, or the reason where the code is about the response as a whole
 */
export async function requestStamp(authority: Authority, digest: Buffer, now: Date): Promise<StampResult> {
  const { url, trust, timeoutMs = 10_000 } = authority
  const options = { url, fetcher, now: () => now, timeoutMs, toleranceMs }
  const source = timestampSource({ ...options, ...trustOf(trust) })
  try {
    const token = await source.stamp(digest)
    const stamp = checkStamp(token, digest, trust)
    return stamp.ok ? { kind: 'stamped', token, at: stamp.at } : failed(stamp.why, '')
  } catch (error) {
    if (!(error instanceof PadesError)) throw error
    return failed(String(error.details.why ?? error.code), error.message)
  }
}

/** When a root was stamped by a token, or why the token does not say. */
export function checkStamp(token: Uint8Array, digest: Buffer, trust: TrustStore | null): CheckedTimestamp {
  return checkTimestamp(token, { digest, ...trustOf(trust) })
}

const trustOf = (trust: TrustStore | null) => (trust === null ? {} : { trust: [trust] })

const failed = (fault: string, detail: string): StampResult => ({ kind: 'failed', fault, detail })

/** The digest that an authority stamps for a root: the root is already a SHA-256. */
export const digestOfRoot = (root: string): Buffer => Buffer.from(root, 'hex')
