import { PadesError } from '../errors.ts'
import type { Certificate } from '../x509/certificate.ts'
import type { Crl } from '../x509/crl.ts'
import type { OcspAnswer } from '../x509/ocsp.ts'
import { judgeRevocation, type RevocationEvidence } from '../x509/revocation.ts'

/** What asking one service for a certificate's status came to. */
export type StatusResult =
  | 'good'
  | 'revoked'
  | 'unknown_to_responder'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'refused'
  | 'answer_wrong'
  | 'not_offered'

export interface StatusAttempt {
  readonly source: 'ocsp' | 'crl'
  /** Null where the certificate names none that can be asked. */
  readonly url: string | null
  readonly result: StatusResult
  /** More of a result that is neither good nor revoked: a status of HTTP, why an answer does not count. */
  readonly why: string | null
  /** Our nonce did not come back; the answer's own times say how fresh it is. */
  readonly withoutNonce: boolean
  /** Set where the answer counts. Beside an OCSP answer the list is the one that says of its responder. */
  readonly crl: Crl | null
  readonly ocsp: OcspAnswer | null
  /** The one that the authority named to answer and of whom nothing is known yet (RFC 6960, 4.2.2.2.1). */
  readonly uncheckedResponder: Certificate | null
}

const nothing = { why: null, withoutNonce: false, crl: null, ocsp: null, uncheckedResponder: null }

export function attempt(
  source: StatusAttempt['source'],
  url: string | null,
  result: StatusResult,
  more: Partial<StatusAttempt> = {},
): StatusAttempt {
  return { ...nothing, ...more, source, url, result }
}

const results: Readonly<Record<string, StatusResult>> = {
  service_unreachable: 'unreachable',
  service_timeout: 'timeout',
  service_too_large: 'too_large',
  service_refused: 'refused',
  service_answer_wrong: 'answer_wrong',
}

/** The result of a service that gave no answer. Other errors are passed on. */
export function failedAttempt(source: StatusAttempt['source'], url: string, error: unknown): StatusAttempt {
  const result = error instanceof PadesError ? results[error.code] : undefined
  if (!(error instanceof PadesError) || result === undefined) throw error
  const why = error.details.why ?? error.details.reason ?? error.details.status ?? null
  return attempt(source, url, result, { why: why === null ? null : String(why) })
}

export interface AnswerJudgement {
  readonly result: StatusResult
  readonly why: string | null
  readonly uncheckedResponder: Certificate | null
}

/** What one answer says of a certificate as of now; it counts only where it is good or revoked. */
export function judgeAnswer(
  about: { readonly certificate: Certificate; readonly issuer: Certificate },
  now: Date,
  answer: { readonly crl: Crl } | { readonly ocsp: OcspAnswer },
): AnswerJudgement {
  const evidence: RevocationEvidence =
    'crl' in answer
      ? { crls: [{ crl: answer.crl, origin: 'service' }], ocsps: [] }
      : { crls: [], ocsps: [{ answer: answer.ocsp, origin: 'service' }] }
  const certificates = 'ocsp' in answer ? answer.ocsp.certificates : []
  const judged = judgeRevocation({ ...about, certificates, stores: [], at: now, now, evidence })
  if (judged.status !== 'unknown') {
    const uncheckedResponder = judged.signerUnchecked ? judged.signer : null
    return { result: judged.status, why: null, uncheckedResponder }
  }
  const why = judged.refused[0]?.why ?? 'other_certificate'
  if (why === 'status_unknown') return { result: 'unknown_to_responder', why: null, uncheckedResponder: null }
  return { result: 'answer_wrong', why, uncheckedResponder: null }
}

/** The attempt as it is with the list that says of its responder, and at the time of the answer. */
export function withResponderChecked(
  one: StatusAttempt,
  issuer: Certificate,
  crl: Crl,
  now: Date,
): StatusAttempt {
  const { ocsp, uncheckedResponder: certificate } = one
  if (ocsp === null || certificate === null) return one
  const evidence: RevocationEvidence = { crls: [{ crl, origin: 'service' }], ocsps: [] }
  const about = { certificate, issuer, certificates: [], stores: [] }
  const { status, relation } = judgeRevocation({ ...about, at: ocsp.producedAt, now, evidence })
  if (status === 'revoked' && relation === 'before')
    return attempt('ocsp', one.url, 'answer_wrong', { why: 'responder_revoked' })
  return status === 'unknown' ? one : { ...one, crl, uncheckedResponder: null }
}
