/** What the record calls the acts and things of the platform. */
export const messages: Readonly<Record<string, string>> = {
  'act.file.discard': 'Removed files that no paper took',
  'act.file.import': 'Loaded files in bulk',
  'act.file.upload': 'Uploaded a file',
  'act.file.uploaded': 'Uploaded a file',
  'act.installation.back_up': 'Backed everything up',
  'act.installation.move_day': 'Moved the day of the demonstration',
  'act.installation.restore': 'Restored from a backup',
  'act.page.read': 'Opened a page whose reading is recorded',
  'act.secret-mark.stop': 'Stopped a secret mark',
  'act.virus.stop': 'Stopped a file with a virus',
  'act.typing.forget': 'Dropped kept typing',
  'act.typing.keep': 'Kept typing',
  'recorded.installation': 'Installation',
  'recorded.form': 'Form',
  'recorded.upload': 'File',
}
