/** The kinds of units that the catalogue has a word for; others are shown by their name alone. */
export const unitKinds = [
  'committee',
  // Committees directly under the provincial one, as its papers tell them apart.
  'huyen_uy',
  'thanh_uy',
  'thi_uy',
  'dang_uy_truc_thuoc',
  'btv',
  'office',
  'propaganda',
  'organisation-board',
  'inspection',
  'people-committee',
  'department',
  'division',
  'party-cell',
  'front',
  'mass',
  'enterprise',
  'other',
] as const
export type UnitKind = (typeof unitKinds)[number]
