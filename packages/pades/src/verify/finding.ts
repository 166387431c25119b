import { messagesEn } from './messages.en.ts'
import { type MessageCode, messagesVi } from './messages.vi.ts'
import type { Finding, Sentence } from './report.ts'

export type { MessageCode } from './messages.vi.ts'

export type Details = Readonly<Record<string, string | number>>

/** The words for a code in both languages, with the details put in. */
export function sentence(code: MessageCode, details: Details = {}): Sentence {
  return { vi: fill(messagesVi[code], details), en: fill(messagesEn[code], details) }
}

/** Words that hold other words, each in its own language. */
export function sentenceAround(
  code: MessageCode,
  key: string,
  inner: Sentence,
  details: Details = {},
): Sentence {
  return {
    vi: fill(messagesVi[code], { ...details, [key]: inner.vi }),
    en: fill(messagesEn[code], { ...details, [key]: inner.en }),
  }
}

function fill(template: string, details: Details): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))
}

/** What is found counts as `weighs` says; everything that is not named there makes the signature invalid. */
export function finding(code: FindingCode, details: Details = {}): Finding {
  const { weight } = ruleOf(code)
  return { code, weight, sentence: sentence(code, details), details }
}

/** The same, with words of another finding inside. */
export function findingAround(code: FindingCode, inner: Sentence, details: Details = {}): Finding {
  const { weight } = ruleOf(code)
  return { code, weight, sentence: sentenceAround(code, 'why', inner, details), details }
}

/** The sub-indication of EN 319 102-1, 5.1.3 for a finding; null where it is only told. */
export function subIndicationOf(code: string): string | null {
  return Object.hasOwn(rules, code) ? (ruleOf(code as FindingCode).sub ?? null) : null
}

interface Rule {
  readonly weight: Finding['weight']
  readonly sub?: string
}

const fails = (sub: string): Rule => ({ weight: 'fails', sub })
const unknown = (sub: string): Rule => ({ weight: 'unknown', sub })
const note: Rule = { weight: 'note' }

/** Weight and sub-indication of everything that can be found. */
const rules = {
  contents_missing: fails('FORMAT_FAILURE'),
  byte_range_missing: fails('FORMAT_FAILURE'),
  byte_range_not_two_spans: fails('FORMAT_FAILURE'),
  byte_range_not_from_start: fails('FORMAT_FAILURE'),
  byte_range_outside_file: fails('FORMAT_FAILURE'),
  byte_range_gap: fails('FORMAT_FAILURE'),
  byte_range_not_to_end_of_revision: fails('FORMAT_FAILURE'),
  not_in_own_revision: fails('FORMAT_FAILURE'),
  field_name_twice: fails('FORMAT_FAILURE'),
  signature_in_two_fields: fails('FORMAT_FAILURE'),
  field_not_in_form: fails('FORMAT_FAILURE'),
  signature_removed: { weight: 'changed' },
  sub_filter_weak: fails('CRYPTO_CONSTRAINTS_FAILURE'),
  sub_filter_unknown: unknown('FORMAT_FAILURE'),
  cms_malformed: fails('FORMAT_FAILURE'),
  signer_count: fails('FORMAT_FAILURE'),
  trailing_bytes: fails('FORMAT_FAILURE'),
  content_present: fails('FORMAT_FAILURE'),
  content_missing: fails('FORMAT_FAILURE'),
  attributes_missing: fails('FORMAT_FAILURE'),
  attributes_malformed: fails('FORMAT_FAILURE'),
  attribute_repeated: fails('FORMAT_FAILURE'),
  content_type_wrong: fails('FORMAT_FAILURE'),
  digest_missing: fails('FORMAT_FAILURE'),
  digest_mismatch: fails('HASH_FAILURE'),
  hash_unknown: unknown('CRYPTO_CONSTRAINTS_FAILURE'),
  signature_algorithm_unknown: unknown('CRYPTO_CONSTRAINTS_FAILURE'),
  algorithm_mismatch: fails('SIG_CRYPTO_FAILURE'),
  algorithm_protection_mismatch: fails('SIG_CRYPTO_FAILURE'),
  certificate_missing: unknown('NO_SIGNING_CERTIFICATE_FOUND'),
  certificate_ambiguous: unknown('NO_SIGNING_CERTIFICATE_FOUND'),
  ess_missing: fails('SIG_CONSTRAINTS_FAILURE'),
  ess_mismatch: fails('SIG_CONSTRAINTS_FAILURE'),
  value_wrong: fails('SIG_CRYPTO_FAILURE'),
  algorithm_weak: fails('CRYPTO_CONSTRAINTS_FAILURE'),
  rsa_pkcs1: note,
  not_strict_der: note,
  signing_time_attribute: note,
  wrong_purpose: fails('CHAIN_CONSTRAINTS_FAILURE'),
  issuer_not_found: unknown('NO_CERTIFICATE_CHAIN_FOUND'),
  untrusted_root: unknown('NO_CERTIFICATE_CHAIN_FOUND'),
  path_signature_wrong: unknown('NO_CERTIFICATE_CHAIN_FOUND'),
  search_limit: unknown('NO_CERTIFICATE_CHAIN_FOUND'),
  path_broken: fails('CHAIN_CONSTRAINTS_FAILURE'),
  not_yet_valid: fails('NOT_YET_VALID'),
  expired: fails('EXPIRED'),
  expired_unproven: unknown('OUT_OF_BOUNDS_NO_POE'),
  anchor_out_of_time: note,
  revoked: fails('REVOKED'),
  revoked_unproven: unknown('REVOKED_NO_POE'),
  revoked_later: note,
  revocation_unknown: unknown('TRY_LATER'),
  responder_unchecked: note,
  timestamp_invalid: fails('SIG_CONSTRAINTS_FAILURE'),
  timestamp_undetermined: unknown('NO_POE'),
  timestamp_in_future: unknown('TIMESTAMP_ORDER_FAILURE'),
  timestamp_malformed: fails('FORMAT_FAILURE'),
  imprint_hash_unknown: unknown('CRYPTO_CONSTRAINTS_FAILURE'),
  imprint_mismatch: fails('HASH_FAILURE'),
  authority_purpose: fails('CHAIN_CONSTRAINTS_FAILURE'),
  authority_name: fails('SIG_CONSTRAINTS_FAILURE'),
  unknown_critical_extension: unknown('FORMAT_FAILURE'),
  timestamp_revocation_as_of_signing: note,
  claimed_in_future: unknown('TIMESTAMP_ORDER_FAILURE'),
  claimed_after_proof: note,
  claimed_unreadable: note,
  changed: { weight: 'changed' },
  recovered: { weight: 'changed' },
  recovered_by_others: unknown('FORMAT_FAILURE'),
  evidence_malformed: note,
  structure_broken: note,
  too_large: note,
  encrypted: note,
  unreadable: note,
} as const satisfies Partial<Record<MessageCode, Rule>>

export type FindingCode = keyof typeof rules

function ruleOf(code: FindingCode): Rule {
  return rules[code]
}
