import type { Nd30ErrorCode } from './errors.ts'

/** What each error means to whoever drafts; `{name}` is filled in from its details. */
export const errorSentencesEn: Readonly<Record<Nd30ErrorCode, string>> = {
  model_wrong: 'The document’s data have {count} faults. The first is at {path}: {en}.',
  model_too_large: 'The document goes beyond the limit {limit} ({what}).',
  image_wrong: 'The image at {path} is not a readable PNG or JPEG.',
  font_missing_letters: 'The typeface lacks {letters} ({place}).',
  typesetting_failed: 'This document could not be typeset.',
  renderer_closed: 'The renderer has been closed.',
  renderer_full: 'Too many documents wait to be typeset: try again later.',
  renderer_timeout: 'Typesetting took longer than allowed.',
  renderer_died: 'The renderer stopped while it worked on this document.',
  file_not_docx: 'The file is not a DOCX: save it as .docx.',
  file_truncated: 'The file is cut off; its end is missing.',
  file_too_large: 'The file is larger than the limit {limit}.',
  file_bomb: 'The packed content unfolds beyond the limit: the file is not safe.',
  file_encrypted: 'The file has a password: remove it and try again.',
  file_has_macros: 'The file has macros: save it as .docx without macros.',
  file_has_doctype: 'The file holds a DOCTYPE declaration, which is not allowed.',
  file_has_remote_template: 'The file loads content from elsewhere ({target}): remove that link.',
  file_xml_malformed: 'The XML in part {part} of the file is broken.',
  file_part_missing: 'The file lacks its part {part}.',
  file_limit: 'The file goes beyond the limit {limit}.',
  form_unknown: 'No form is known for {at}.',
  form_not_followed:
    'The file does not follow the form and cannot be read as a document: {missing} was not found.',
  usage_wrong: 'The command is not right: {what}.',
  path_not_readable: '{path} cannot be read.',
  path_not_writable: '{path} cannot be written.',
  check_timeout: 'Checking took longer than allowed.',
  check_out_of_memory: 'Checking this file needs more memory than allowed.',
  check_failed: 'This file could not be checked.',
}
