/** The directory's workbook. */
export const messages: Record<string, string> = {
  'workbook.tab': 'By workbook',
  'workbook.title': 'The directory by workbook',
  'workbook.lead':
    'Take it out as Excel, fill it in, hand it in: see every change first, then all of it or nothing',
  'workbook.export': '1. Take it out',
  'workbook.export_lead':
    'Four sheets: units, posts, persons, holdings, and one that says how to fill them in. Headings are in Vietnamese.',
  'workbook.export_button': 'Download the workbook',
  'workbook.below': 'Only the unit with this code and below it',
  'workbook.below_hint': 'Empty: the whole directory',
  'workbook.csv': '{name} (CSV, to read)',
  'workbook.import': '2. Hand it in',
  'workbook.import_lead': 'Reading the file changes nothing: the next page shows what it would do.',
  'workbook.file': 'Excel workbook (.xlsx)',
  'workbook.file_hint': 'One that was taken out here, or one with the same sheets and headings',
  'workbook.effective_on': 'Changes count from',
  'workbook.effective_on_hint':
    'For new names, new parents, new managing bodies; units and holdings have days of their own in the file',
  'workbook.document': 'By the paper number',
  'workbook.document_hint': 'Number and symbol of the decision; kept in the record and in the lives of units',
  'workbook.read': 'Read it and show what it would do',
  'workbook.read_note': 'Nothing is changed yet.',
  'workbook.help': 'Good to know when filling it in',
  'workbook.help.1': 'A new row adds; a changed cell changes; a “first day no more” ends.',
  'workbook.help.2': 'Rows that are left out and cells that are left empty leave everything as it is.',
  'workbook.help.3': 'Each new row needs a code of your own; use the same one next time.',
  'workbook.help.4': 'Handing in the same file again changes nothing more.',
  'workbook.help.5': 'You can change only the units that you keep.',
  'workbook.preview': 'What it would do',
  'workbook.preview_lead': 'Counts from {on}, by the paper {document}',
  'workbook.applied': '{count} changes were made.',
  'workbook.has_bad':
    '{count} cells must be corrected before anything can be imported. Correct them in the workbook and upload it again.',
  'workbook.no_change': 'The file is the same as the directory: there is nothing to take in.',
  'workbook.not_yet_applied':
    'Nothing is changed yet. Look at the changes below, then press the button at the end.',
  'workbook.ignored_sheets': 'Sheets that are not used: {names}.',
  'workbook.counts': 'What this file would do',
  'workbook.counts_lead': 'Rows; what is not in the file is left alone',
  'workbook.sheet': 'Sheet',
  'workbook.act': 'Act',
  'workbook.act.add': 'Add',
  'workbook.act.change': 'Change',
  'workbook.act.end': 'End',
  'workbook.act.same': 'As it is',
  'workbook.bad_cells': 'Cells to correct',
  'workbook.bad_cells_lead': 'By sheet and cell as the spreadsheet names them',
  'workbook.cell': 'Cell',
  'workbook.found': 'Found',
  'workbook.blank': '(empty)',
  'workbook.wrong': 'What is wrong, and what to do',
  'workbook.more_bad': '{count} more cells. Mend these and hand the file in again to see them.',
  'workbook.dependants': 'And {count} other rows that cannot be taken in only because of this cell.',
  'workbook.warnings': 'To be looked at',
  'workbook.warnings_lead': 'They do not keep the file from being taken in; be sure that they are meant',
  'workbook.has_warnings': '{count} places should be looked at before.',
  'workbook.more_warnings': 'And {count} more.',
  'workbook.warning': 'What to look at',
  'workbook.warning.footer_left': 'This row looks like a total at the end of the table and is left out.',
  'workbook.warning.placed_later':
    'The unit exists from {on} on, its superior “{name}” only from {from} on: it stands below it from that day. If “{name}” is older, correct its first day, in this file too.',
  'workbook.warning.managed_later':
    'The post exists from {on} on, “{name}” only from {from} on: it manages the post from that day.',
  'workbook.warning.same_name':
    '{count} units are called “{name}”; the codes of the others: {codes}. Be sure that it is not one unit written twice.',
  'workbook.changes': 'Each change',
  'workbook.no_changes': 'No changes',
  'workbook.no_changes_text': 'The rows that could be read are as the directory has them.',
  'workbook.row': 'Row',
  'workbook.row_of': '{sheet}, row {row}',
  'workbook.subject': 'About',
  'workbook.details': 'Before → after',
  'workbook.from_to': '{before} → {after}',
  'workbook.changes_at_once': 'The changes of all pages are made together.',
  'workbook.apply': 'Make {count} changes',
  'workbook.other_file': 'Another file',
  'workbook.closed_by_bad': 'There are cells to correct.',
  'workbook.closed_by_none': 'Nothing would change.',
  'organisation.told.import_prepared': 'The file was read. The directory is not changed.',
  'organisation.told.imported': 'The file was taken into the directory.',
  'workbook.fault.sheet_hidden':
    'The sheet is hidden, so that nobody sees what it would change. Unhide it and hand the file in again.',
  'workbook.fault.sheet_twice': 'Two sheets have this name. Delete or rename one.',
  'workbook.fault.heading_unknown':
    'There is no such heading. Write it as in the pattern, or delete the column.',
  'workbook.fault.heading_missing':
    'The column “{heading}” is missing. Add it with this heading in the first row.',
  'workbook.fault.heading_twice': 'An earlier column has this heading. Delete one.',
  'workbook.fault.too_many_rows': 'The sheet has more than {most} rows. Split it into several files.',
  'workbook.fault.merged': 'The cells {range} are merged into one. Unmerge them and fill in each cell.',
  'workbook.fault.far_date':
    'The year must be between 1900 and 2100. Check the year; leave the cell empty where the end is not known.',
  'workbook.fault.formula': 'The cell holds a formula. Copy it and paste the value.',
  'workbook.fault.error_value': 'The cell holds an error of Excel. Write the right value.',
  'workbook.fault.required': 'The cell is needed and empty. Fill it in.',
  'workbook.fault.too_long': 'Longer than {most} characters. Write it shorter.',
  'workbook.fault.no_text':
    'A text is needed, no date and no true or false. Format the cell as text and write it again.',
  'workbook.fault.no_date': 'This is no day that exists. Write day/month/year, such as 18/05/2022.',
  'workbook.fault.no_flag': 'Write x for yes, leave it empty for no.',
  'workbook.fault.no_choice': 'Not in the list. Write one of: {words}.',
  'workbook.fault.unit_code':
    'A code has small letters without accents, digits and hyphens only. Such as xa-an-minh.',
  'workbook.fault.unit_code_reserved': 'This code is the address of a form. Choose another one.',
  'workbook.fault.twice': 'The same as row {row}. Keep one of them.',
  'workbook.fault.unknown_unit':
    'No unit has the code “{code}”, neither in the directory nor in the file. Check it, or add the unit.',
  'workbook.fault.unknown_post': 'No post has the code “{code}”. Check it, or add the post.',
  'workbook.fault.unknown_person': 'No person has the code “{code}”. Check it, or add the person.',
  'workbook.fault.name_differs':
    'The code “{code}” is that of {name}. Check it: the two columns may have slipped.',
  'workbook.fault.fixed':
    '“{heading}” of what exists cannot be changed by workbook; it is “{before}”. Write it as it was.',
  'workbook.fault.not_yours':
    'Outside what your post may change. Undo the change in this row, or ask the person responsible for that unit.',
  'workbook.fault.root_not_yours': 'A new unit needs a parent that you keep. Write its code.',
  'workbook.fault.not_there': '“{name}” does not exist on {on}. Check the day.',
  'workbook.fault.ended_already':
    'It is recorded as ended from {on}, which cannot be changed. Write that day.',
  'workbook.fault.end_before_start': 'It must end after it began ({from}).',
  'workbook.fault.body_of_body': '“{name}” already acts for a committee. Write the code of that committee.',
  'workbook.fault.cycle': 'No unit stands above itself: “{name}” is below this one. Choose another parent.',
  'workbook.fault.later_change': 'A change is recorded from {on}. Let the changes count from a later day.',
  'workbook.fault.head_twice':
    '{name} holds this post in full at the same time. Record that they leave it, or write another capacity.',
  'workbook.fault.held_already':
    '{name} has held this post since {from}. Write that day, or take the row out.',
  'workbook.fault.own_holding':
    'Nobody appoints himself. Take the row out and ask somebody else who keeps the directory.',
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
  'refusal.archive_broken': 'The file is broken or no Excel workbook. Save it as .xlsx and hand it in again.',
  'refusal.archive_too_large':
    'Unpacked, the file is larger than {limitMb} MB, and was not read. Split it, or delete needless formatting.',
  'refusal.workbook_unreadable':
    'This workbook cannot be read (it may be broken or locked by a password). Take the password off, save it as .xlsx and hand it in again.',
  'refusal.workbook_busy':
    'Several directories are being read at the moment. Wait a minute and press again; the file and the fields are kept.',
  'refusal.workbook_without_sheets':
    'The file has none of the sheets of the directory (Đơn vị, Chức vụ, Người, Giữ chức vụ). Use a workbook that was taken out here.',
  'refusal.import_stale':
    'The directory has changed since the preview, so that something else would happen than was shown. Nothing was imported. Upload the file again for a new preview.',
  'refusal.import_has_bad_cells':
    '{count} cells must be corrected. Correct them in the file and upload it again.',
  'refusal.import_changes_nothing': 'The file changes nothing in the directory.',
  'refusal.import_already_applied': 'This file has been taken in already. Look at the directory.',
  'refusal.directory_too_long':
    'The directory has {count} rows, more than the {most} of a sheet. Take it out unit by unit.',
}
