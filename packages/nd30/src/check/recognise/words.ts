import { folded } from './fold.ts'

/** Words by which a component is known, folded (`folded`), and the kinds that follow other forms. */

export const countryFold = 'conghoaxahoichunghiavietnam'
export const mottoFold = 'doclaptudohanhphuc'
export const partyTitleFold = 'dangcongsanvietnam'

/** Legal normative documents: their form is another decree's. */
export const legalKindFolds: ReadonlySet<string> = new Set([
  'hienphap',
  'boluat',
  'luat',
  'phaplenh',
  'lenh',
  'nghidinh',
  'thongtu',
  'thongtulientich',
])

/** With which the name of a body begins; a line that begins otherwise goes on with the name of the line above. */
export const bodyBeginnings: ReadonlySet<string> = new Set([
  'uybannhandan',
  'ubnd',
  'hoidong',
  'hdnd',
  'bo',
  'so',
  'cuc',
  'chicuc',
  'tongcuc',
  'vu',
  'phong',
  'ban',
  'trungtam',
  'truong',
  'vanphong',
  'vien',
  'hocvien',
  'daihoc',
  'benhvien',
  'tongcongty',
  'congty',
  'tapdoan',
  'thanhtra',
  'khobac',
  'hoi',
  'liendoan',
  'tinhuy',
  'thanhuy',
  'danguy',
  'xauy',
  'phuonguy',
  'dangbo',
  'chibo',
  'uyban',
  'quochoi',
  'chinhphu',
  'toaan',
  'vienkiemsat',
  'doan',
  'mattran',
  'congdoan',
  'lienhiep',
  'nhaxuatban',
  'tapchi',
  'quy',
  'to',
  'doi',
  'thutuong',
  'chutichnuoc',
  'bochihuy',
  'botulenh',
  'congan',
])

/** With which the post of a signer begins. */
export const postBeginnings: ReadonlySet<string> = new Set([
  'chutich',
  'phochutich',
  'thutuong',
  'phothutuong',
  'botruong',
  'thutruong',
  'giamdoc',
  'phogiamdoc',
  'tonggiamdoc',
  'photonggiamdoc',
  'tongcuctruong',
  'photongcuctruong',
  'cuctruong',
  'phocuctruong',
  'chicuctruong',
  'phochicuctruong',
  'vutruong',
  'phovutruong',
  'chanhvanphong',
  'phochanhvanphong',
  'chanhthanhtra',
  'phochanhthanhtra',
  'tongthanhtra',
  'photongthanhtra',
  'truongphong',
  'photruongphong',
  'truongban',
  'photruongban',
  'truongdoan',
  'photruongdoan',
  'hieutruong',
  'phohieutruong',
  'vientruong',
  'phovientruong',
  'bithu',
  'phobithu',
  'tongbithu',
  'uyvien',
  'chunhiem',
  'phochunhiem',
  'totruong',
  'phototruong',
  'doitruong',
  'chihuytruong',
  'tulenh',
  'photulenh',
  'truongcongan',
  'photruongcongan',
  'thuky',
  'chutoa',
  'chutri',
  'nguoighibienban',
  'nguoichutri',
  'chanhan',
  'phochanhan',
  'daidien',
  'ketoantruong',
  'thongdoc',
  'phothongdoc',
])

export const urgencyFolds: ReadonlySet<string> = new Set(['khan', 'thuongkhan', 'hoatoc', 'hoatochengio'])
export const circulationFolds: ReadonlySet<string> = new Set(['xemxongtralai', 'luuhanhnoibo'])
export const copyFolds: ReadonlyMap<string, 'sao-y' | 'sao-luc' | 'trich-sao'> = new Map([
  ['saoy', 'sao-y'],
  ['saoluc', 'sao-luc'],
  ['trichsao', 'trich-sao'],
])

const mostWords = 5

/** The first words of `text` that together are one of `beginnings`, folded; null where none are. */
export function beginningOf(text: string, beginnings: ReadonlySet<string>): string | null {
  let together = ''
  for (const word of text.slice(0, 100).split(/\s+/).slice(0, mostWords)) {
    together += folded(word)
    if (beginnings.has(together)) return together
  }
  return null
}

export const beginsWithOneOf = (text: string, beginnings: ReadonlySet<string>): boolean =>
  beginningOf(text, beginnings) !== null
