import type { MessageKey, ReasonCode } from '../message-key.ts'
import { codeKey } from '../message-key.ts'
import { type Reason, Refusal } from '../refusal.ts'
import type { Words } from '../words.ts'

/** Problem details (RFC 9457) with our stable code, in the caller's language. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  readonly instance: string
  readonly errors: readonly {
    readonly code: string
    readonly field?: string
    readonly detail: string
    readonly params?: Reason['params']
    readonly subject?: string
  }[]
}

/** The sentence of one reason; codes of fields (`error.…`) and of rules (`refusal.…`) share the catalogue. */
export function sentenceOf(words: Words, reason: Reason): string {
  const sentence = words(
    reason.code.startsWith('error.') ? (reason.code as MessageKey) : codeKey('refusal', reason.code),
    reason.params ?? {},
  )
  return reason.subject === undefined ? sentence : `${reason.subject}: ${sentence}`
}

export function problemOf(words: Words, refusal: Refusal, requestId: string): Problem {
  return {
    type: `urn:dotpha:problem:${refusal.code}`,
    title: words(`http.${refusal.status}`),
    status: refusal.status,
    detail: words(codeKey('refusal', refusal.code), refusal.params),
    code: refusal.code,
    instance: `urn:dotpha:request:${requestId}`,
    errors: refusal.reasons.map((reason) => ({
      code: reason.code,
      ...(reason.field === undefined ? {} : { field: reason.field }),
      ...(reason.subject === undefined ? {} : { subject: reason.subject }),
      detail: sentenceOf(words, reason),
      ...(reason.params === undefined ? {} : { params: reason.params }),
    })),
  }
}

const byFrameworkCode: Readonly<Record<string, [ReasonCode, 400 | 413 | 415 | 429]>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['media_type_refused', 415],
  FST_ERR_CTP_BODY_TOO_LARGE: ['body_too_large', 413],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['body_malformed', 400],
  FST_ERR_CTP_INVALID_JSON_BODY: ['body_malformed', 400],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ['body_malformed', 400],
  FST_INVALID_MULTIPART_CONTENT_TYPE: ['media_type_refused', 415],
  FST_INVALID_JSON_FIELD_ERROR: ['form_malformed', 400],
  FST_PROTO_VIOLATION: ['form_malformed', 400],
  // PostgreSQL takes no NUL, neither in text nor in JSON.
  '22021': ['text_malformed', 400],
  '22P05': ['text_malformed', 400],
  FST_REQ_FILE_TOO_LARGE: ['file_too_large', 413],
  FST_PARTS_LIMIT: ['form_too_large', 413],
  FST_FILES_LIMIT: ['form_too_large', 413],
  FST_FIELDS_LIMIT: ['form_too_large', 413],
  FST_ERR_BAD_URL: ['not_found', 400],
}

/** A refusal by the framework, as our own refusal; undefined for a failure or a bug. */
export function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  const known = byFrameworkCode[code]
  if (known !== undefined) return new Refusal(known[0], {}, { status: known[1] })
  const status = 'statusCode' in error ? Number(error.statusCode) : 500
  if (error instanceof SyntaxError && status === 400)
    return new Refusal('body_malformed', {}, { status: 400 })
  if (status === 429) return new Refusal('too_many_requests', {}, { status: 429 })
  return undefined
}
