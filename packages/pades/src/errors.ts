/** What went wrong, for a program to tell apart. Each has its sentences in `messages.vi.ts` and `messages.en.ts`. */
export type PadesErrorCode =
  | 'der_malformed'
  | 'pdf_malformed'
  | 'pdf_limit'
  | 'pdf_encrypted'
  | 'certificate_malformed'
  | 'key_malformed'
  | 'key_wrong_password'
  | 'key_mismatch'
  | 'key_not_found'
  | 'key_ambiguous'
  | 'key_too_weak'
  | 'algorithm_not_allowed'
  | 'algorithm_unavailable'
  | 'certificate_not_for_signing'
  | 'certificate_not_valid_now'
  | 'certificate_revoked'
  | 'certificate_path_broken'
  | 'revocation_unknown'
  | 'field_not_found'
  | 'field_already_signed'
  | 'field_locked'
  | 'field_requirement_not_met'
  | 'changes_not_permitted'
  | 'document_changed'
  | 'not_signed'
  | 'signature_not_valid'
  | 'prepared_malformed'
  | 'not_enough_room'
  | 'image_malformed'
  | 'font_missing_letters'
  | 'token_not_found'
  | 'token_pin_wrong'
  | 'token_pin_locked'
  | 'token_removed'
  | 'token_key_not_found'
  | 'token_module_missing'
  | 'token_failed'
  | 'remote_signer_refused'
  | 'service_unreachable'
  | 'service_timeout'
  | 'service_too_large'
  | 'service_refused'
  | 'service_answer_wrong'
  | 'pool_closed'
  | 'pool_full'
  | 'pool_worker_died'

/** An error of this library. `code` is stable; `details` hold what a sentence about it needs. */
export class PadesError extends Error {
  override readonly name = 'PadesError'
  readonly code: PadesErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: PadesErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }
}
