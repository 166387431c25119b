/** Names of the platform's acts and objects in the audit log. */
export const messages: Readonly<Record<string, string>> = {
  'act.file.discard': 'Removed files that were never attached',
  'act.file.import': 'Loaded files in bulk',
  'act.file.upload': 'Uploaded a file',
  'act.file.uploaded': 'Uploaded a file',
  'act.installation.back_up': 'Made a backup',
  'act.installation.move_day': 'Changed the date of the demo',
  'act.installation.restore': 'Restored from a backup',
  'act.page.read': 'Opened a page whose reading is logged',
  'act.secret-mark.stop': 'Rejected content with a secrecy marking',
  'act.virus.stop': 'Rejected a file with a virus',
  'act.typing.forget': 'Discarded saved input',
  'act.typing.keep': 'Saved unfinished input',
  'recorded.installation': 'Installation',
  'recorded.form': 'Form',
  'recorded.upload': 'File',
}
