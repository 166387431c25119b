import type { messages as vietnamese } from './messages.vi.ts'

export const messages: Record<keyof typeof vietnamese, string> = {
  'http.400': 'The request is not right',
  'http.401': 'Sign in first',
  'http.403': 'Not allowed',
  'http.404': 'Not found',
  'http.409': 'Changed in the meantime',
  'http.412': 'Changed in the meantime',
  'http.413': 'Too large',
  'http.415': 'This kind of content is not taken',
  'http.422': 'Not done yet',
  'http.423': 'Locked',
  'http.429': 'Too many requests',
  'http.500': 'The system failed',
  'http.503': 'Not to be had for the moment',
  'refusal.input_invalid': 'Some fields are not right. Please look at each one that is marked.',
  'refusal.new_password_needed':
    'Somebody else set this password. Sign in on the page and choose your own first.',
  'refusal.second_step_needed': 'Signing in needs one more step: enter your code or use your passkey.',
  'refusal.fresh_sign_in_needed':
    'It is more than {minutes} minutes since you confirmed who you are. Confirm it again, then do this.',
  'refusal.sign_in_needed': 'The session has ended or you have not signed in. Sign in and do it again.',
  'refusal.scope_missing': 'This token is not allowed to “{scope}”. Ask an administrator for one that is.',
  'refusal.forbidden':
    'The post you act in may not do this. If you hold another post, change it at the top right.',
  'refusal.not_found': 'There is no such thing, or the post you act in may not see it.',
  'refusal.foreign_origin':
    'The request came from another site and was refused. Open the page again and send it from here.',
  'refusal.version_conflict':
    'Somebody else changed this after you opened it. Open the page again, look at the change, and redo yours.',
  'refusal.idempotency_key_reused':
    'This key against sending twice was used for something else. Open the form again.',
  'refusal.idempotency_key_invalid':
    'A key against sending twice has 8 to 200 plain characters without spaces.',
  'refusal.text_malformed':
    'What was sent has a character that no text can have. Type it again instead of pasting.',
  'refusal.file_with_macro':
    'The file carries a macro, a program of its own, and is not taken. Save it as DOCX or XLSX without macros, or as PDF.',
  'refusal.done_before':
    'This was done when it was sent the first time. Its result holds a secret and was not kept to be given again.',
  'refusal.cursor_invalid': 'The place in the list is not right. Open the list from its beginning.',
  'refusal.file_missing': 'No file was sent. Send it in the field “file”.',
  'refusal.file_empty': 'The file is empty. Choose one with content.',
  'refusal.file_too_complex':
    'The file could not be read within the allowed bounds: once opened it is too large, has too many parts, or takes too long to read. Save it smaller (fewer pages, fewer embedded parts) and hand it in again.',
  'refusal.file_broken':
    'The file is damaged, or its parts contradict each other so that two programs would show two contents, and is not taken. Open it in an office program, save it as a new file, and hand it in again.',
  'refusal.file_encrypted':
    'The file has a password or restrictions, so its content cannot be checked, and is not taken. Remove the password and the restrictions, and hand it in again.',
  'refusal.file_with_control':
    'The file has an ActiveX control, a program within its page, and is not taken. Delete the control, or save the file as PDF, and hand it in again.',
  'refusal.file_with_remote_part':
    'The file fetches content or a template from another computer when it is opened, and is not taken. Break these links (turn them into content of the file), or save it as PDF, and hand it in again.',
  'refusal.file_with_program':
    'The file carries a program that can be run, and is not taken. Remove the program and hand the file in again.',
  'refusal.file_with_script':
    'The PDF has JavaScript in it and is not taken. Print it to a new PDF and hand that in.',
  'refusal.file_with_launch':
    'The PDF has an action that starts another program and is not taken. Print it to a new PDF and hand that in.',
  'refusal.file_with_media':
    'The PDF has video, sound or interactive content embedded and is not taken. Print it to a new PDF and hand that in.',
  'refusal.file_with_xfa':
    'The PDF is a dynamic form (XFA), which programs show differently, and is not taken. Print it to a new PDF and hand that in.',
  'refusal.file_with_sending':
    'The PDF has an action that sends data out or fetches data and is not taken. Print it to a new PDF and hand that in.',
  'told.typing_forgotten': 'The unfinished typing is thrown away.',
  'refusal.typing_elsewhere': 'Other typing of this form has been kept, which this page does not show.',
  'refusal.secret_mark_stopped':
    'The content bears a mark of secrecy, so it was stopped and kept nowhere. This system takes no state secrets: do not send it again, and tell the secrecy officer of your unit.',
  'refusal.picture_broken':
    'The picture is damaged, cut off, or has something else behind it, and is not taken. Open it, save it again as PNG or JPEG, and hand it in.',
  'refusal.virus_found':
    'A virus was found in the file ({virus}), so it was not taken and kept nowhere. Do not open it: scan your computer, and tell your office’s IT support.',
  'refusal.virus_scan_away':
    'The virus scanner does not answer, so no file can be taken just now. Hand it in again in a few minutes; if it goes on, tell the administrator.',
  'refusal.file_too_large': 'The file is larger than allowed ({limitMb} MB). Compress or split it.',
  'refusal.file_type_refused': 'This kind of file ({found}) is not taken. Send PDF, DOCX, XLSX, PNG or JPEG.',
  'refusal.upload_not_yours': 'Your uploaded file was not found. Upload it again.',
  'refusal.form_too_large': 'The form has too many fields or files. Send it in several parts.',
  'refusal.form_malformed': 'The form that arrived is not right. Open the page again and retry.',
  'refusal.body_malformed': 'The body is not valid JSON.',
  'refusal.body_no_object': 'The body must be a JSON object with named members, not {found}.',
  'refusal.if_match_invalid':
    'If-Match takes one version in double quotes, as ETag gave it, on an act that asks for a version, and must not contradict “version” in the body.',
  'refusal.body_too_large': 'The body is too large.',
  'refusal.body_too_complex':
    'The body is too large: at most {values} values, {depth} levels, {textLength} characters in one text and {nameLength} in a name. Send it in several parts.',
  'refusal.upload_quota_full':
    '{files} of your files wait without being part of a paper, or they are larger than {limitMb} MB together. Use them, or wait: files that no paper took are removed after {days} days.',
  'refusal.token_for_api_only':
    'A token opens addresses below /api/v1 only. Pages are for people who have signed in.',
  'refusal.media_type_refused': 'This kind of content is not taken at this address.',
  'refusal.too_many_requests': 'Too many requests in a short time. Wait a minute and try again.',
  'refusal.overloaded': 'The system has too much to do. Nothing was done; please try again in a few seconds.',
  'refusal.took_too_long':
    'This took too long and was stopped; nothing was changed. Narrow the filter or try again later.',
  'refusal.database_away':
    'The database does not answer for the moment. Try again in a few minutes; sending the same form again does nothing twice.',
  'refusal.clock_behind':
    'The server’s clock is {minutes} minutes behind the record, so nothing is written for the moment; reading goes on. This was not done. Please tell the technical administrator to set the clock right.',
  'refusal.disk_full':
    'The server has no room left on its disk, so nothing can be written for the moment; reading goes on. This was not done and nothing is lost. Please tell the technical administrator and try again in a few minutes.',
  'refusal.files_away':
    'The store of files does not answer for the moment, so no file can be taken or given. Nothing is lost; try again in a few minutes.',
  'refusal.metrics_token_needed': 'These metrics require the right METRICS_TOKEN.',
  'refusal.server_failed':
    'The system failed and this was not done. Try again; if it fails again, quote {requestId} to the administrator.',
  'error.required': 'Fill in this field.',
  'error.too_long': 'Longer than {max} characters.',
  'error.nothing_chosen': 'No row is chosen. Tick the rows to be dealt with.',
  'error.too_many': 'Too many items: at most {max} at once.',
  'error.date_range': 'The year must be between 1900 and 2100. Check the year.',
  'error.date': 'Not a date. Write day/month/year, such as 31/12/2026.',
  'error.number': 'Not a number. Write 98,9 or 1.000, for example.',
  'error.whole_number': 'A whole number within the allowed range is needed.',
  'error.choice': 'Choose one from the list.',
  'error.wrong_type': 'The value is of the wrong type: {expected} is needed, {found} was sent.',
  'error.required_or_wrong': 'Missing or not right.',
  'error.unknown_field': 'There is no field “{name}”.',
}
