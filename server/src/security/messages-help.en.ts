export const messages: Readonly<Record<string, string>> = {
  'help.nhat-ky.title': 'Audit log',
  'help.nhat-ky.what': 'Who did what, when, on whose behalf; refused acts too.',
  'help.nhat-ky.1': 'Filter by person, act, object and time. The search itself is logged.',
  'help.nhat-ky.2':
    'The log is sealed by chained hashes, so that changes, removals and insertions are detected.',
  'help.nhat-ky.3': 'Contents are erased only by a decision, and the erasure itself stays in the log.',

  'help.bao-mat.title': 'Spills of secrets',
  'help.bao-mat.what':
    'What to do when secret content got into the system: stop, isolate, erase by a decision.',
  'help.bao-mat.1': 'Isolate first: from then on no one can see it, not even its author.',
  'help.bao-mat.2': 'Do not copy the content anywhere, and do not send screenshots.',
  'help.bao-mat.3':
    'Erasing needs a decision; the fact that there was a spill stays recorded. Clean the backups as the operations guide describes.',
}
