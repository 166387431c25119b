export const messages: Readonly<Record<string, string>> = {
  'help.nhat-ky.title': 'Record of acts',
  'help.nhat-ky.what': 'Who did what, when, on whose behalf; refused acts too.',
  'help.nhat-ky.1': 'Filter by person, act, object and time. The search itself is recorded.',
  'help.nhat-ky.2': 'The record is sealed by chained hashes: a change, a removal or an insertion is found.',
  'help.nhat-ky.3': 'Contents are erased only by a decision, and the trace of it stays.',

  'help.bao-mat.title': 'Spills of secrets',
  'help.bao-mat.what': 'When something secret has come in: stop, isolate, erase by a decision.',
  'help.bao-mat.1': 'Isolate first: from then on nobody sees it, not even who typed it.',
  'help.bao-mat.2': 'Copy the content nowhere, and send no pictures of the screen.',
  'help.bao-mat.3':
    'Erasing needs a decision; what stays is that there was a spill. Backups are cleaned as the operations guide says.',
}
