import { randomBytes } from 'node:crypto'
import { PadesError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { type OcspAnswer, parseOcsp } from '../x509/ocsp.ts'
import { buildOcspRequest } from '../x509/ocsp-request.ts'
import { ask, readAnswer, wrongAnswer } from './ask.ts'
import type { Fetcher } from './fetcher.ts'
import { attempt, failedAttempt, judgeAnswer, type StatusAttempt } from './status.ts'

export interface OcspAsking {
  readonly fetcher: Fetcher
  readonly url: string
  readonly certificate: Certificate
  readonly issuer: Certificate
  readonly now: () => Date
  readonly timeoutMs: number
  readonly parse?: (der: Uint8Array) => Certificate
}

const maxAnswerBytes = 256 * 1024
/** RFC 5019, 5: longer addresses are asked by POST. */
const longestGet = 255

/**
 * Asks an OCSP responder (RFC 6960). First with a nonce; a responder that does not want one is asked again without, by
 * an address that caches between may know (RFC 5019, 5). Its answer is judged before it counts.
 */
export async function askOcsp(asking: OcspAsking): Promise<StatusAttempt> {
  const { url, now } = asking
  try {
    const { answer, withoutNonce } = await askForAnswer(asking)
    const { result, ...judged } = judgeAnswer(asking, now(), { ocsp: answer })
    const counts = result === 'good' || result === 'revoked'
    return attempt('ocsp', url, result, { ...judged, withoutNonce, ocsp: counts ? answer : null })
  } catch (error) {
    return failedAttempt('ocsp', url, error)
  }
}

/** What responders say that have prepared their answers, or cannot read a nonce. */
const perhapsForTheNonce: ReadonlySet<unknown> = new Set(['malformed_request', 'unauthorised'])

async function askForAnswer(asking: OcspAsking): Promise<{ answer: OcspAnswer; withoutNonce: boolean }> {
  const nonce = randomBytes(16)
  try {
    const answer = await post(asking, buildOcspRequest({ ...asking, nonce }))
    const state = answer.nonceState(nonce)
    if (state === 'wrong') throw wrongAnswer(asking.url, 'nonce_mismatch')
    return { answer, withoutNonce: state === 'absent' }
  } catch (error) {
    if (!(error instanceof PadesError) || !perhapsForTheNonce.has(error.details.why)) throw error
  }
  const request = buildOcspRequest(asking)
  const path = encodeURIComponent(Buffer.from(request).toString('base64'))
  const address = `${asking.url.replace(/\/$/, '')}/${path}`
  const answer =
    address.length > longestGet
      ? await post(asking, request)
      : await read(asking, { url: address, method: 'GET' })
  return { answer, withoutNonce: true }
}

function post(asking: OcspAsking, body: Uint8Array): Promise<OcspAnswer> {
  return read(asking, { url: asking.url, method: 'POST', body })
}

async function read(
  { fetcher, url, timeoutMs, parse }: OcspAsking,
  question: { url: string; method: 'GET' | 'POST'; body?: Uint8Array },
): Promise<OcspAnswer> {
  const type = question.body === undefined ? {} : { 'Content-Type': 'application/ocsp-request' }
  const headers = { Accept: 'application/ocsp-response', ...type }
  const whole = { ...question, headers, timeoutMs, maxBytes: maxAnswerBytes }
  const body = await ask(fetcher, whole, 'application/ocsp-response')
  const { status, answer } = readAnswer(url, () => parseOcsp(body, parse))
  if (answer !== null) return answer
  throw new PadesError('service_refused', `${url} answers: ${status}`, { url, why: status })
}
