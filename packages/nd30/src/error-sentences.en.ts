import type { Nd30ErrorCode } from './errors.ts'

/** What each error means to whoever drafts; `{name}` is filled in from its details. */
export const errorSentencesEn: Readonly<Record<Nd30ErrorCode, string>> = {
  model_wrong: 'The document’s data have {count} faults. The first is at {path}: {en}.',
  model_not_json: '{file} is not JSON in UTF-8: export the data of the document again.',
  model_too_large: 'The document is too large: at most {limit} {en}.',
  image_wrong: 'The image at {path} is not a readable PNG or JPEG.',
  font_missing_letters: 'The typeface lacks {letters} ({place}).',
  typesetting_failed: 'This document could not be typeset.',
  renderer_closed: 'The renderer has been closed.',
  renderer_full: 'Too many documents wait to be typeset: try again later.',
  renderer_timeout: 'Typesetting took longer than allowed.',
  renderer_memory: 'Typesetting took more memory than allowed.',
  renderer_died: 'The renderer stopped while it worked on this document.',
  file_not_docx: 'The file is not a DOCX: save it as .docx.',
  file_truncated: 'The file is cut off; its end is missing.',
  file_too_large: 'The file is larger than the limit of {limit} bytes.',
  file_bomb: 'The packed content unfolds beyond the limit: the file is not safe.',
  file_encrypted: 'The file has a password: remove it and try again.',
  file_has_macros: 'The file has macros: save it as .docx without macros.',
  file_has_doctype: 'The file holds a DOCTYPE declaration, which is not allowed.',
  file_has_remote_template: 'The file loads content from elsewhere (in part {part}): remove that link.',
  file_xml_malformed: 'The XML in part {part} of the file is broken.',
  file_part_missing: 'The file lacks its part {part}.',
  file_limit: 'The file has too many parts, or parts nested too deep, to be read.',
  form_unknown: 'No form is known for {at}.',
  form_not_followed:
    'The file does not follow the form and cannot be read as a document: {en} was not found.',
  check_timeout: 'The check took more than {seconds} seconds and was stopped.',
  check_out_of_memory: 'The check needed more than {megabytes} MB of memory and was stopped.',
  check_failed: 'The file could not be checked: open it in a word processor, save it and try again.',
}
