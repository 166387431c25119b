import type { messages as vietnamese } from './messages.vi.ts'

export const messages: Record<keyof typeof vietnamese, string> = {
  'http.400': 'The request is invalid',
  'http.401': 'Sign in first',
  'http.403': 'Not allowed',
  'http.404': 'Not found',
  'http.409': 'Changed in the meantime',
  'http.412': 'Changed in the meantime',
  'http.413': 'Too large',
  'http.415': 'This kind of content is not accepted',
  'http.422': 'Not done yet',
  'http.423': 'Locked',
  'http.429': 'Too many requests',
  'http.500': 'The system failed',
  'http.503': 'Temporarily unavailable',
  'refusal.input_invalid': 'Some fields are not valid. Please check each one that is marked.',
  'refusal.new_password_needed':
    'Someone else set this password. Sign in on the page and choose your own first.',
  'refusal.second_step_needed': 'Sign-in needs one more step: enter your code or use your passkey.',
  'refusal.fresh_sign_in_needed':
    'You last confirmed your identity more than {minutes} minutes ago. Confirm it again, then retry.',
  'refusal.sign_in_needed': 'The session has ended or you have not signed in. Sign in and try again.',
  'refusal.scope_missing': 'This token is not allowed to “{scope}”. Ask an administrator for one that is.',
  'refusal.forbidden':
    'The post you act in is not allowed to do this. If you hold another post, change it at the top right.',
  'refusal.not_found': 'This does not exist, or the post you act in is not allowed to see it.',
  'refusal.foreign_origin':
    'The request came from another site and was refused. Open the page again and send it from here.',
  'refusal.version_conflict':
    'Someone else changed this after you opened it. Open the page again, check the change, and redo yours.',
  'refusal.idempotency_key_reused':
    'This idempotency key was used for a different request. Open the form again.',
  'refusal.idempotency_key_invalid': 'An idempotency key has 8 to 200 plain characters without spaces.',
  'refusal.text_malformed': 'The text contains an invalid character. Type it again instead of pasting.',
  'refusal.file_with_macro':
    'The file contains a macro, which is a program, and is not accepted. Save it as DOCX or XLSX without macros, or as PDF.',
  'refusal.done_before':
    'This was done by the first request. Its result contains a secret, so it was not stored and cannot be shown again.',
  'refusal.cursor_invalid': 'The position in the list is not valid. Open the list from its beginning.',
  'refusal.file_missing': 'No file was sent. Send it in the field “file”.',
  'refusal.file_empty': 'The file is empty. Choose one with content.',
  'refusal.file_too_complex':
    'The file could not be read within the limits: once opened it is too large, has too many parts, or takes too long to read. Make it smaller (fewer pages, fewer embedded parts) and upload it again.',
  'refusal.file_broken':
    'The file is damaged, or its parts contradict each other so that two programs would show different contents, and is not accepted. Open it in an office program, save it as a new file, and upload it again.',
  'refusal.file_encrypted':
    'The file has a password or restrictions, so its content cannot be checked, and it is not accepted. Remove the password and the restrictions, and upload it again.',
  'refusal.file_with_control':
    'The file contains an ActiveX control, which is a program, and is not accepted. Delete the control, or save the file as PDF, and upload it again.',
  'refusal.file_with_remote_part':
    'The file fetches content or a template from another computer when it is opened, and is not accepted. Break these links (embed their content), or save it as PDF, and upload it again.',
  'refusal.file_with_program':
    'The file contains an executable program, and is not accepted. Remove the program and upload the file again.',
  'refusal.file_with_script':
    'The PDF contains JavaScript and is not accepted. Print it to a new PDF and upload that.',
  'refusal.file_with_launch':
    'The PDF has an action that starts another program and is not accepted. Print it to a new PDF and upload that.',
  'refusal.file_with_media':
    'The PDF contains video, sound or interactive content and is not accepted. Print it to a new PDF and upload that.',
  'refusal.file_with_xfa':
    'The PDF is a dynamic form (XFA), which programs show differently, and is not accepted. Print it to a new PDF and upload that.',
  'refusal.file_with_sending':
    'The PDF has an action that sends or fetches data and is not accepted. Print it to a new PDF and upload that.',
  'told.typing_forgotten': 'The unsaved input was discarded.',
  'refusal.typing_elsewhere': 'Other input for this form was saved, which this page does not show.',
  'refusal.secret_mark_stopped':
    'The content has a secrecy marking, so it was rejected and not stored. This system does not accept state secrets: do not send it again, and inform the secrecy officer of your unit.',
  'refusal.picture_broken':
    'The picture is damaged, truncated, or followed by other data, and is not accepted. Open it, save it again as PNG or JPEG, and upload it.',
  'refusal.virus_found':
    'A virus was found in the file ({virus}), so it was rejected and not stored. Do not open it: scan your computer, and tell your office’s IT support.',
  'refusal.virus_scan_away':
    'The virus scanner does not answer, so files cannot be accepted at the moment. Upload it again in a few minutes; if it still fails, tell the administrator.',
  'refusal.file_too_large': 'The file is larger than allowed ({limitMb} MB). Compress or split it.',
  'refusal.file_type_refused':
    'This kind of file ({found}) is not accepted. Send PDF, DOCX, XLSX, PNG or JPEG.',
  'refusal.upload_not_yours': 'Your uploaded file was not found. Upload it again.',
  'refusal.form_too_large': 'The form has too many fields or files. Send it in several parts.',
  'refusal.form_malformed': 'The form could not be read. Open the page again and retry.',
  'refusal.body_malformed': 'The body is not valid JSON.',
  'refusal.body_no_object': 'The body must be a JSON object with named members, not {found}.',
  'refusal.if_match_invalid':
    'If-Match takes one version in double quotes, as ETag gave it, on an act that asks for a version, and must not contradict “version” in the body.',
  'refusal.body_too_large': 'The body is too large.',
  'refusal.body_too_complex':
    'The body is too large: at most {values} values, {depth} levels, {textLength} characters in one text and {nameLength} in a name. Send it in several parts.',
  'refusal.upload_quota_full':
    '{files} of your uploaded files are not attached to anything yet, or they are larger than {limitMb} MB together. Use them, or wait: files that are not attached are removed after {days} days.',
  'refusal.token_for_api_only':
    'A token gives access only to addresses below /api/v1. Pages are for users who have signed in.',
  'refusal.media_type_refused': 'This kind of content is not accepted at this address.',
  'refusal.too_many_requests': 'Too many requests in a short time. Wait a minute and try again.',
  'refusal.overloaded': 'The system is overloaded. Nothing was changed; please try again in a few seconds.',
  'refusal.took_too_long':
    'This took too long and was cancelled; nothing was changed. Narrow the filter or try again later.',
  'refusal.database_away':
    'The database is not available at the moment. Try again in a few minutes; sending the same form again does not do anything twice.',
  'refusal.clock_behind':
    'The server’s clock is {minutes} minutes behind the audit log, so nothing can be written at the moment; reading still works. This was not done. Please tell the technical administrator to correct the clock.',
  'refusal.disk_full':
    'The server’s disk is full, so nothing can be written at the moment; reading still works. This was not done and nothing is lost. Please tell the technical administrator and try again in a few minutes.',
  'refusal.files_away':
    'The file store is not available at the moment, so files cannot be uploaded or downloaded. Nothing is lost; try again in a few minutes.',
  'refusal.metrics_token_needed': 'These metrics require the right METRICS_TOKEN.',
  'refusal.server_failed':
    'An error occurred and this was not done. Try again; if it fails again, quote {requestId} to the administrator.',
  'error.required': 'Fill in this field.',
  'error.too_long': 'Longer than {max} characters.',
  'error.nothing_chosen': 'No row is selected. Select the rows to work on.',
  'error.too_many': 'Too many items: at most {max} at once.',
  'error.date_range': 'The year must be between 1900 and 2100. Check the year.',
  'error.date': 'Not a date. Write day/month/year, such as 31/12/2026.',
  'error.number': 'Not a number. Write 98,9 or 1.000, for example.',
  'error.whole_number': 'A whole number within the allowed range is needed.',
  'error.choice': 'Choose one from the list.',
  'error.wrong_type': 'The value is of the wrong type: {expected} is needed, {found} was sent.',
  'error.required_or_wrong': 'Missing or not valid.',
  'error.unknown_field': 'There is no field “{name}”.',
}
