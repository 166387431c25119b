import { randomBytes, X509Certificate } from 'node:crypto'
import type { ContentInfo } from '@peculiar/asn1-cms'
import { AsnConvert, OctetString } from '@peculiar/asn1-schema'
import { MessageImprint, PKIStatus, TimeStampReq, TimeStampResp } from '@peculiar/asn1-tsp'
import { AlgorithmIdentifier } from '@peculiar/asn1-x509'
import { readToken, type Stamp, type TokenFault } from './time-stamp-token.ts'

/** Why there is no timestamp. */
export type StampFault =
  | TokenFault
  | 'unreachable'
  | 'timed_out'
  | 'http_status'
  | 'too_large'
  | 'not_a_reply'
  | 'rejected'

export type StampResult =
  | { readonly kind: 'stamped'; readonly token: Buffer; readonly at: Date }
  | { readonly kind: 'failed'; readonly fault: StampFault; readonly detail: string }

export interface Authority {
  readonly url: string
  /** The trusted certificates; if there are none, the token's own certificate is accepted. */
  readonly trusted: readonly X509Certificate[]
  readonly timeoutMs?: number
}

// // Tokens with their certificates take some 6 kB; a much longer response is not a token.
const mostBytes = 256 * 1024
const sha256Oid = '2.16.840.1.101.3.4.2.1'

/** Asks an authority (RFC 3161 over HTTP) to stamp a SHA-256, and verifies everything in its response. */
export async function requestStamp(authority: Authority, digest: Buffer, now: Date): Promise<StampResult> {
  const nonce = randomBytes(8)
  // // A positive DER integer without a leading zero.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
  const answer = await ask(authority, requestOf(digest, nonce))
  return Buffer.isBuffer(answer)
    ? judgeAnswer(answer, { digest, nonce, trusted: authority.trusted, now })
    : answer
}

function requestOf(digest: Buffer, nonce: Buffer): Uint8Array {
  const request = new TimeStampReq({
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithm: sha256Oid, parameters: null }),
      hashedMessage: new OctetString(digest),
    }),
    nonce: Uint8Array.from(nonce).buffer,
    certReq: true,
  })
  return new Uint8Array(AsnConvert.serialize(request))
}

const failed = (fault: StampFault, detail = ''): StampResult => ({ kind: 'failed', fault, detail })

async function ask({ url, timeoutMs = 10_000 }: Authority, body: Uint8Array): Promise<Buffer | StampResult> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/timestamp-query' },
      body: Buffer.from(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) {
      await response.body?.cancel()
      return failed('http_status', String(response.status))
    }
    return await readBounded(response)
  } catch (error) {
    const timedOut = error instanceof Error && error.name === 'TimeoutError'
    return failed(timedOut ? 'timed_out' : 'unreachable', error instanceof Error ? error.message : '')
  }
}

async function readBounded(response: Response): Promise<Buffer | StampResult> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > mostBytes) return failed('too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function judgeAnswer(
  answer: Buffer,
  expected: { digest: Buffer; nonce: Buffer; trusted: readonly X509Certificate[]; now: Date },
): StampResult {
  let response: TimeStampResp
  try {
    response = AsnConvert.parse(answer, TimeStampResp)
  } catch {
    return failed('not_a_reply')
  }
  const { status, timeStampToken } = response
  if (status.status !== PKIStatus.granted && status.status !== PKIStatus.grantedWithMods)
    return failed('rejected', `status ${status.status}`)
  if (timeStampToken === undefined) return failed('not_a_reply')
  const token = Buffer.from(AsnConvert.serialize(timeStampToken as ContentInfo))
  const stamp: Stamp = readToken(token, expected)
  return stamp.kind === 'stamped' ? { kind: 'stamped', token, at: stamp.at } : failed(stamp.fault)
}

/** The certificates of a PEM file, in order. */
export function certificatesOf(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

/** The digest that an authority stamps for a root: the root is already a SHA-256. */
export const digestOfRoot = (root: string): Buffer => Buffer.from(root, 'hex')
