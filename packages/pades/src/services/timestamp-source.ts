import type { HashName } from '../algorithms.ts'

/** A time-stamp authority. What it gives is checked before it is given on. */
export interface TimestampSource {
  readonly hash: HashName
  /** How long a token is at most, as far as is known; a longer one makes the signature be written again. */
  readonly tokenBytesAtMost: number
  /**
   * @param digest by `hash`
   * @returns DER of the token (RFC 3161, 2.4.2)
   * @throws PadesError `service_…`
   */
  stamp(digest: Uint8Array): Promise<Uint8Array>
}
