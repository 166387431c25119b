import type { messages as vietnamese } from './refusals.vi.ts'

/** Why an act on units, posts, people or their workbooks is refused, and what to do. */
export const messages: Readonly<Record<keyof typeof vietnamese, string>> = {
  'refusal.organisation_cycle':
    'A unit cannot be above itself: the chosen parent is below this unit. Choose another one.',
  'refusal.unit_code_taken': 'The unit code “{code}” is taken. Choose another one.',
  'refusal.unit_not_there': '“{name}” does not exist on {on}. Check the date or choose another unit.',
  'refusal.post_not_there': 'The post “{name}” does not exist on {on}. Check the date.',
  'refusal.placement_overlaps':
    'From {on} on, “{name}” already has a recorded parent in this system. Choose a later date.',
  'refusal.placement_unchanged': 'On {on}, this is already the parent unit of “{name}”.',
  'refusal.body_of_body': '“{name}” is itself the standing committee of a committee. Choose that committee.',
  'refusal.unit_already_ended': '“{name}” ended on {on}.',
  'refusal.end_before_start': 'The end must come after the beginning ({from}).',
  'refusal.unit_has_children':
    '“{name}” still has {count} units below it after {on}. Move or end them first.',
  'refusal.unit_has_bodies': '“{name}” still has {count} standing committees after {on}. End them first.',
  'refusal.unit_has_holders': '“{name}” still has {count} post holders after {on}. End their holdings first.',
  'refusal.unit_manages_posts':
    '“{name}” still manages {count} posts of other units after {on}. Hand them over first.',
  'refusal.unit_has_future':
    '“{name}” still has {count} changes recorded for {on} or later. Withdraw them first.',
  'refusal.management_overlaps':
    'From {on} on, another managing body is already recorded for the post “{name}”. Choose a later date.',
  'refusal.management_unchanged': 'On {on}, the post “{name}” is already managed by this body.',
  'refusal.already_holds': '{person} has held the post “{post}” since {from}.',
  'refusal.own_holding':
    'You cannot appoint yourself, or the person you act for. Ask another directory administrator.',
  'refusal.post_has_head':
    '{person} holds the post “{post}”. End that holding first, or appoint the new person as acting or in charge.',
  'refusal.holding_ended': 'This holding ended on {on}.',
  'refusal.paper_after_today':
    'A document cannot be signed later than today ({on}). Check the date of signing; the date from which it is effective goes into the field above.',
  'refusal.name_unchanged': 'The unit already has the name “{name}”. Write the new one.',
  'refusal.name_overlaps': 'The name “{name}” is recorded from {from}. Choose a later day.',
  'refusal.begins_later':
    'The unit is recorded from {from} on; that day can only be moved to an earlier one, because other facts are recorded for the unit since then.',
  'refusal.nothing_corrected': '“{name}”: nothing differs from what is recorded. Change at least one value.',
  'refusal.post_closed': 'This post has been closed since {on}.',
  'refusal.post_has_holders':
    'The post “{name}” still has {count} holders after {on}. Record first that they leave it.',
  'refusal.post_has_future':
    'The post “{name}” has a change of management recorded for {on} or later. Choose a later day.',
  'refusal.archive_broken':
    'The file is damaged or not an Excel workbook. Save it as .xlsx and upload it again.',
  'refusal.archive_too_large':
    'Unpacked, the file is larger than {limitMb} MB, and was not read. Split it, or delete unneeded formatting.',
  'refusal.workbook_unreadable':
    'This workbook cannot be read (it may be damaged or protected by a password). Remove the password, save it as .xlsx and upload it again.',
  'refusal.workbook_busy':
    'Several directories are being read at the moment. Wait a minute and try again; the file and the fields are kept.',
  'refusal.workbook_without_sheets':
    'The file has none of the sheets of the directory (Đơn vị, Chức vụ, Người, Giữ chức vụ). Use a workbook that was exported here.',
  'refusal.import_stale':
    'The directory has changed since the preview, so the result would differ from what was shown. Nothing was imported. Upload the file again for a new preview.',
  'refusal.import_has_bad_cells':
    '{count} cells must be corrected. Correct them in the file and upload it again.',
  'refusal.import_changes_nothing': 'The file changes nothing in the directory.',
  'refusal.import_already_applied': 'This file has been imported already. Look at the directory.',
  'refusal.directory_too_long':
    'The directory has {count} rows, more than the {most} of a sheet. Export it unit by unit.',
}
