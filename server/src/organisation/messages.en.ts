import { messages as life } from './messages-life.en.ts'
import { messages as pages } from './messages-pages.en.ts'
import { messages as workbook } from './workbook/messages.en.ts'

export const messages: Record<string, string> = {
  ...pages,
  ...life,
  ...workbook,
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
  'error.unit_code': 'Only lower-case letters without accents, digits and hyphens, for example huyen-uy-a.',
  'organisation.system.party': 'Party',
  'organisation.system.state': 'State',
  'organisation.system.front': 'Fatherland Front',
  'organisation.system.mass': 'Mass organisations',
  'organisation.system.enterprise': 'Enterprises',
  'organisation.level.central': 'Central',
  'organisation.level.province': 'Province',
  'organisation.level.direct': 'Directly under the province',
  'organisation.level.district': 'District',
  'organisation.level.grassroots': 'Grassroots',
  'organisation.kind.committee': 'Party committee',
  'organisation.kind.huyen_uy': 'District Party committee',
  'organisation.kind.thanh_uy': 'City Party committee',
  'organisation.kind.thi_uy': 'Town Party committee',
  'organisation.kind.dang_uy_truc_thuoc': 'Committee directly under the provincial one',
  'organisation.kind.btv': 'Standing committee',
  'organisation.kind.office': 'Office',
  'organisation.kind.propaganda': 'Propaganda board',
  'organisation.kind.organisation-board': 'Organisation board',
  'organisation.kind.inspection': 'Inspection commission',
  'organisation.kind.people-committee': 'People’s committee',
  'organisation.kind.department': 'Department',
  'organisation.kind.division': 'Division',
  'organisation.kind.party-cell': 'Grassroots Party organisation',
  'organisation.kind.front': 'Fatherland Front',
  'organisation.kind.mass': 'Mass organisation',
  'organisation.kind.enterprise': 'Enterprise',
  'organisation.kind.other': 'Other unit',
  'organisation.capacity.full': 'In full',
  'organisation.capacity.acting': 'Acting',
  'organisation.capacity.in_charge': 'In charge',
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
  'error.unit_code_reserved':
    'This code is the address of a form, so the unit’s page could not be opened. Choose another one, such as phuong-moi.',
}
