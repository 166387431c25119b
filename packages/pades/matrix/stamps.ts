import type { TimestampSource } from '../src/sign/levels.ts'
import { issueTimestamper, makeToken } from '../src/testing/timestamp.ts'
import type { Desk } from './desk.ts'

/** A time-stamp authority in this process. */
export function stampsOf({ ca }: Desk): TimestampSource {
  const stamper = issueTimestamper(ca, { keyKind: 'rsa2048', notAfter: new Date('2049-01-01T00:00:00Z') })
  const stamp = async (digest: Uint8Array) => makeToken(stamper, digest, { at: new Date() })
  return { hash: 'sha256', tokenBytesAtMost: 4096, stamp }
}
