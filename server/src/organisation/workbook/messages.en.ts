/** The directory's workbook. */
export const messages: Record<string, string> = {
  'workbook.tab': 'By workbook',
  'workbook.title': 'The directory by workbook',
  'workbook.lead':
    'Export to Excel, edit, import: first review every change, then all of them are saved or none',
  'workbook.export': '1. Export',
  'workbook.export_lead':
    'Four sheets: units, posts, persons, holdings, and one with instructions. Headings are in Vietnamese.',
  'workbook.export_button': 'Download the workbook',
  'workbook.below': 'Only the unit with this code and below it',
  'workbook.below_hint': 'Empty: the whole directory',
  'workbook.csv': '{name} (CSV, export only)',
  'workbook.import': '2. Import',
  'workbook.import_lead': 'Reading the file changes nothing: the next page shows what it would do.',
  'workbook.file': 'Excel workbook (.xlsx)',
  'workbook.file_hint': 'One that was exported here, or one with the same sheets and headings',
  'workbook.effective_on': 'Changes are effective from',
  'workbook.effective_on_hint':
    'For new names, new parents, new managing bodies; units and holdings have their own dates in the file',
  'workbook.document': 'Document number',
  'workbook.document_hint':
    'Number and symbol of the decision; stored in the audit log and in the history of units',
  'workbook.read': 'Read it and show the changes',
  'workbook.read_note': 'Nothing is changed yet.',
  'workbook.help': 'Filling in the workbook',
  'workbook.help.1': 'A new row adds a record; a changed cell changes it; a “first day no more” ends it.',
  'workbook.help.2': 'Missing rows and empty cells leave everything as it is.',
  'workbook.help.3': 'Each new row needs your own code; use the same one next time.',
  'workbook.help.4': 'Importing the same file again changes nothing more.',
  'workbook.help.5': 'You can change only the units that you administer.',
  'workbook.preview': 'Preview of the changes',
  'workbook.preview_lead': 'Effective from {on}, document {document}',
  'workbook.applied': '{count} changes were made.',
  'workbook.has_bad':
    '{count} cells must be corrected before anything can be imported. Correct them in the workbook and upload it again.',
  'workbook.no_change': 'The file is the same as the directory: there is nothing to import.',
  'workbook.not_yet_applied':
    'Nothing is changed yet. Review the changes below, then press the button at the end.',
  'workbook.ignored_sheets': 'Sheets that are not used: {names}.',
  'workbook.counts': 'Changes by sheet',
  'workbook.counts_lead': 'Rows; records that are not in the file are not changed',
  'workbook.sheet': 'Sheet',
  'workbook.act': 'Action',
  'workbook.act.add': 'Add',
  'workbook.act.change': 'Change',
  'workbook.act.end': 'End',
  'workbook.act.same': 'Unchanged',
  'workbook.bad_cells': 'Cells to correct',
  'workbook.bad_cells_lead': 'By sheet and cell as in the spreadsheet',
  'workbook.cell': 'Cell',
  'workbook.found': 'Found',
  'workbook.blank': '(empty)',
  'workbook.wrong': 'What is wrong, and what to do',
  'workbook.more_bad': '{count} more cells. Fix these and upload the file again to see them.',
  'workbook.dependants': 'And {count} other rows that fail only because of this cell.',
  'workbook.warnings': 'Please check',
  'workbook.warnings_lead': 'Warnings do not block the import; make sure that they are intended',
  'workbook.has_warnings': '{count} places should be checked first.',
  'workbook.more_warnings': 'And {count} more.',
  'workbook.warning': 'What to check',
  'workbook.warning.footer_left': 'This row looks like a total at the end of the table and is skipped.',
  'workbook.warning.placed_later':
    'The unit exists from {on} on, its parent “{name}” only from {from} on: it belongs to it from that day. If “{name}” is older, correct its first day, in this file too.',
  'workbook.warning.managed_later':
    'The post exists from {on} on, “{name}” only from {from} on: it manages the post from that day.',
  'workbook.warning.same_name':
    '{count} units are called “{name}”; the codes of the others: {codes}. Make sure that it is not one unit entered twice.',
  'workbook.changes': 'Each change',
  'workbook.no_changes': 'No changes',
  'workbook.no_changes_text': 'The rows that could be read are the same as in the directory.',
  'workbook.row': 'Row',
  'workbook.row_of': '{sheet}, row {row}',
  'workbook.subject': 'About',
  'workbook.details': 'Before → after',
  'workbook.from_to': '{before} → {after}',
  'workbook.changes_at_once': 'The changes on all pages are saved together.',
  'workbook.apply': 'Apply {count} changes',
  'workbook.other_file': 'Another file',
  'workbook.closed_by_bad': 'There are cells to correct.',
  'workbook.closed_by_none': 'Nothing would change.',
  'organisation.told.import_prepared': 'The file was read. The directory is not changed.',
  'organisation.told.imported': 'The file was imported into the directory.',
  'workbook.fault.sheet_hidden':
    'The sheet is hidden, so its changes cannot be seen. Unhide it and upload the file again.',
  'workbook.fault.sheet_twice': 'Two sheets have this name. Delete or rename one.',
  'workbook.fault.heading_unknown':
    'There is no such heading. Write it as in the template, or delete the column.',
  'workbook.fault.heading_missing':
    'The column “{heading}” is missing. Add it with this heading in the first row.',
  'workbook.fault.heading_twice': 'An earlier column has this heading. Delete one.',
  'workbook.fault.too_many_rows': 'The sheet has more than {most} rows. Split it into several files.',
  'workbook.fault.merged': 'The cells {range} are merged into one. Unmerge them and fill in each cell.',
  'workbook.fault.far_date':
    'The year must be between 1900 and 2100. Check the year; leave the cell empty if the end is not known.',
  'workbook.fault.formula': 'The cell holds a formula. Copy it and paste the value.',
  'workbook.fault.error_value': 'The cell holds an error of Excel. Write the right value.',
  'workbook.fault.required': 'The cell is required and empty. Fill it in.',
  'workbook.fault.too_long': 'Longer than {most} characters. Write it shorter.',
  'workbook.fault.no_text':
    'A text is required, not a date or true/false. Format the cell as text and write it again.',
  'workbook.fault.no_date': 'This is not a valid date. Write day/month/year, such as 18/05/2022.',
  'workbook.fault.no_flag': 'Write x for yes, leave it empty for no.',
  'workbook.fault.no_choice': 'Not in the list. Write one of: {words}.',
  'workbook.fault.unit_code':
    'A code has only lower-case letters without accents, digits and hyphens. Such as xa-an-minh.',
  'workbook.fault.unit_code_reserved': 'This code is reserved for a form. Choose another one.',
  'workbook.fault.twice': 'The same as row {row}. Keep one of them.',
  'workbook.fault.unknown_unit':
    'No unit has the code “{code}”, neither in the directory nor in the file. Check it, or add the unit.',
  'workbook.fault.unknown_post': 'No post has the code “{code}”. Check it, or add the post.',
  'workbook.fault.unknown_person': 'No person has the code “{code}”. Check it, or add the person.',
  'workbook.fault.name_differs':
    'The code “{code}” belongs to {name}. Check it: the two columns may be shifted.',
  'workbook.fault.fixed':
    '“{heading}” of an existing record cannot be changed by workbook; it is “{before}”. Restore it.',
  'workbook.fault.not_yours':
    'Your post is not allowed to change this. Undo the change in this row, or ask the person responsible for that unit.',
  'workbook.fault.root_not_yours': 'A new unit needs a parent that you administer. Write its code.',
  'workbook.fault.not_there': '“{name}” does not exist on {on}. Check the day.',
  'workbook.fault.ended_already':
    'It is recorded as ended from {on}, which cannot be changed. Write that day.',
  'workbook.fault.end_before_start': 'The end must be after the beginning ({from}).',
  'workbook.fault.body_of_body': '“{name}” already acts for a committee. Write the code of that committee.',
  'workbook.fault.cycle': 'A unit cannot be above itself: “{name}” is below this one. Choose another parent.',
  'workbook.fault.later_change': 'A change is recorded from {on}. Choose a later effective date.',
  'workbook.fault.head_twice':
    '{name} holds this post in full at the same time. Record that they leave it, or write another capacity.',
  'workbook.fault.held_already': '{name} has held this post since {from}. Write that day, or remove the row.',
  'workbook.fault.own_holding':
    'You cannot appoint yourself. Remove the row and ask another directory administrator.',
  'workbook.fault.has_children':
    '“{name}” still has {count} units below it after {on}. Move or end them, in this file too.',
  'workbook.fault.has_bodies': '“{name}” still has {count} bodies acting for it after {on}. End them first.',
  'workbook.fault.has_holders':
    '“{name}” still has {count} holders after {on}. Write when they leave in the sheet of holdings.',
  'workbook.fault.manages_posts':
    '“{name}” still manages {count} posts of other units after {on}. Write another managing body in the sheet of posts.',
  'workbook.fault.has_future':
    '“{name}” still has {count} changes recorded for {on} or later. Choose a later day.',
  'workbook.fault.depends_elsewhere': '{said}',
}
