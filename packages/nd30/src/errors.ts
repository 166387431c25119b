/** What went wrong, for a program to tell apart. Each has its sentences in `error-sentences.vi.ts` and `.en.ts`. */
export type Nd30ErrorCode =
  | 'model_wrong'
  | 'model_not_json'
  | 'model_too_large'
  | 'image_wrong'
  | 'font_missing_letters'
  | 'typesetting_failed'
  | 'renderer_closed'
  | 'renderer_full'
  | 'renderer_timeout'
  | 'renderer_memory'
  | 'renderer_died'
  | 'file_not_docx'
  | 'file_truncated'
  | 'file_too_large'
  | 'file_bomb'
  | 'file_encrypted'
  | 'file_has_macros'
  | 'file_has_doctype'
  | 'file_has_remote_template'
  | 'file_xml_malformed'
  | 'file_part_missing'
  | 'file_limit'
  | 'form_unknown'
  | 'form_not_followed'
  | 'check_timeout'
  | 'check_out_of_memory'
  | 'check_failed'

/** An error of this library. `code` is stable; `details` hold what a sentence about it needs. */
export class Nd30Error extends Error {
  override readonly name = 'Nd30Error'
  readonly code: Nd30ErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: Nd30ErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }
}
