import { randomBytes } from 'node:crypto'
import type { HashName } from '../algorithms.ts'
import { buildTimestampRequest, parseTimestampResponse } from '../cms/timestamp-request.ts'
import { parseTimestampToken, type TimestampToken } from '../cms/timestamp-token.ts'
import { PadesError } from '../errors.ts'
import type { TrustStore } from '../x509/path.ts'
import { ask, readAnswer, wrongAnswer } from './ask.ts'
import { timestampFault } from './check-timestamp.ts'
import type { Fetcher } from './fetcher.ts'
import type { TimestampSource } from './timestamp-source.ts'

export interface TimestampOptions {
  readonly url: string
  readonly fetcher: Fetcher
  /** Gives the time of this machine, from which the authority's must not be far. */
  readonly now: () => Date
  /** SHA-256 where it is left out. */
  readonly hash?: HashName
  /** The policy under which it must stamp. */
  readonly policy?: string
  /** For authorities that ask for a name and a password (RFC 7617). */
  readonly credentials?: { readonly user: string; readonly password: string }
  /** Where it is given, the authority's certificate must lead to an anchor of it by what comes with the token. */
  readonly trust?: readonly TrustStore[]
  /** 15 seconds where it is left out. */
  readonly timeoutMs?: number
  /** How far the authority's clock may be from ours; five minutes where it is left out. */
  readonly toleranceMs?: number
}

const maxAnswerBytes = 256 * 1024
/** Tokens with the certificates of their authorities have three to seven kilobytes. */
const firstReserveBytes = 8192
/** Tokens of one authority differ by their numbers and by the certificates of its several machines. */
const spareBytes = 512

/**
 * A time-stamp authority over HTTP (RFC 3161, 3.4). A token is given out only when it is what was asked for: granted,
 * over this digest, with our nonce, under the policy, rightly signed with a certificate for that purpose alone that is
 * valid, near our time. Nothing is asked twice.
 *
 * Its `stamp` throws PadesError `service_…`: of `service_refused` and `service_answer_wrong`, `details.why` tells more.
 */
export function timestampSource(options: TimestampOptions): TimestampSource {
  const { url, fetcher, hash = 'sha256', policy, timeoutMs = 15_000 } = options
  let longest = 0
  return {
    hash,
    get tokenBytesAtMost() {
      return longest === 0 ? firstReserveBytes : longest + spareBytes
    },
    async stamp(digest) {
      const nonce = randomBytes(16)
      const body = buildTimestampRequest({ hash, digest, nonce, ...(policy !== undefined && { policy }) })
      const question = { url, method: 'POST', headers: headersFor(options), body, timeoutMs } as const
      const from = options.now()
      const bytes = await ask(
        fetcher,
        { ...question, maxBytes: maxAnswerBytes },
        'application/timestamp-reply',
      )
      const token = grantedToken(url, bytes)
      check(token.parsed, { digest, nonce, hash, from, to: options.now() }, options)
      longest = Math.max(longest, token.der.length)
      return token.der
    },
  }
}

function headersFor({ credentials }: TimestampOptions): Readonly<Record<string, string>> {
  const headers = { 'Content-Type': 'application/timestamp-query', Accept: 'application/timestamp-reply' }
  if (credentials === undefined) return headers
  const { user, password } = credentials
  return { ...headers, Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }
}

function grantedToken(url: string, bytes: Uint8Array): { der: Uint8Array; parsed: TimestampToken } {
  const { status, failures, texts, token } = readAnswer(url, () => parseTimestampResponse(bytes))
  if (token === null)
    throw new PadesError('service_refused', `${url} gives no time-stamp: ${status}`, {
      url,
      why: failures[0] ?? status,
      ...(texts[0] !== undefined && { text: texts[0] }),
    })
  return { der: token, parsed: readAnswer(url, () => parseTimestampToken(token)) }
}

interface Asked {
  readonly digest: Uint8Array
  readonly nonce: Uint8Array
  readonly hash: HashName
  /** When it was asked and when it had answered. */
  readonly from: Date
  readonly to: Date
}

function check(token: TimestampToken, asked: Asked, options: TimestampOptions): void {
  const { url, policy, toleranceMs = 5 * 60_000, trust } = options
  const { digest, nonce, hash, from, to } = asked
  const { info } = token
  const wish = { digest, nonce, hash, by: to, ...(policy !== undefined && { policy }) }
  const fault = timestampFault(token, { ...wish, ...(trust !== undefined && { trust }) })
  if (fault !== null) throw wrongAnswer(url, fault)
  const slackMs = toleranceMs + (info.accuracyMicroseconds ?? 0) / 1000
  const time = info.at.getTime()
  if (time < from.getTime() - slackMs || time > to.getTime() + slackMs)
    throw wrongAnswer(url, 'time_far_from_ours', { at: info.at.toISOString() })
}

/**
 * Several authorities as one: the next is asked where one does not give a token, in the order given.
 *
 * Its `stamp` throws the first one's PadesError, with the others' as its cause, where none gives a token.
 */
export function firstTimestampOf(sources: readonly [TimestampSource, ...TimestampSource[]]): TimestampSource {
  const [{ hash }] = sources
  if (sources.some((source) => source.hash !== hash)) throw new RangeError('authorities of several hashes')
  return {
    hash,
    get tokenBytesAtMost() {
      return Math.max(...sources.map(({ tokenBytesAtMost }) => tokenBytesAtMost))
    },
    async stamp(digest) {
      const failures: PadesError[] = []
      for (const source of sources) {
        try {
          return await source.stamp(digest)
        } catch (error) {
          if (!(error instanceof PadesError)) throw error
          failures.push(error)
        }
      }
      const [first, ...others] = failures
      if (first === undefined || others.length === 0) throw first
      throw new PadesError(first.code, first.message, first.details, { cause: new AggregateError(others) })
    },
  }
}
