import { lookup } from 'node:dns'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { mayReach, type OutwardHost, outwardHostOf } from '../platform/outward/outward-hosts.ts'

/** What the receiver answered; or, where there was no answer, what kept the letter from arriving. */
export type Answer = { readonly status: number } | { readonly trouble: Trouble }
export const troubles = [
  'secret_unreadable',
  'host_not_allowed',
  'address_not_allowed',
  'unreachable',
  'certificate',
  'slow',
] as const
export type Trouble = (typeof troubles)[number]

const slowMs = 10_000

/** Posts one letter. It follows no redirection and reads nothing of the answer but its status. */
export function postLetter(
  url: URL,
  letter: { readonly headers: Readonly<Record<string, string>>; readonly body: string },
  hosts: readonly OutwardHost[],
  timeoutMs = slowMs,
): Promise<Answer> {
  const host = outwardHostOf(url, hosts)
  if (host === undefined) return Promise.resolve({ trouble: 'host_not_allowed' })
  const { promise, resolve } = Promise.withResolvers<Answer>()
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const body = Buffer.from(letter.body, 'utf8')
  const signal = AbortSignal.timeout(timeoutMs)
  const sent = send(url, {
    method: 'POST',
    // A connection of its own: none is kept to an address that a name no longer leads to.
    agent: false,
    lookup: lookupWithin(host),
    signal,
    headers: {
      ...letter.headers,
      'content-type': 'application/json',
      'content-length': body.length,
      'user-agent': 'DotPha-Webhooks/1',
    },
  })
  sent.on('response', (response) => {
    resolve({ status: response.statusCode ?? 0 })
    response.destroy()
  })
  sent.on('error', (error) => resolve({ trouble: signal.aborted ? 'slow' : troubleOf(error) }))
  sent.end(body)
  return promise
}

class AddressNotAllowed extends Error {}

/** Resolves a name and refuses addresses that it must not lead to; the connection is made to what was judged, not resolved again. */
function lookupWithin(host: OutwardHost): LookupFunction {
  return (name, options, done) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return done(error, '', 0)
      const allowed = addresses.filter(({ address }) => mayReach(address, host))
      const [first] = allowed
      if (first === undefined) return done(new AddressNotAllowed(name), '', 0)
      if (options.all === true) return done(null, allowed)
      return done(null, first.address, first.family)
    })
  }
}

const certificateTrouble = /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/

function troubleOf(error: Error): Trouble {
  if (error instanceof AddressNotAllowed) return 'address_not_allowed'
  const code = 'code' in error ? String(error.code) : ''
  return certificateTrouble.test(code) ? 'certificate' : 'unreachable'
}
