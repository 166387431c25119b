/** What people put before the name of who signs: academic degrees, titles of honour, ranks. */

const degrees = [
  ...['GS', 'PGS', 'TSKH', 'TS', 'ThS', 'CN', 'KS', 'KTS', 'BS', 'BSCK', 'CK', 'DS', 'LS', 'NCS'],
  ...['NGND', 'NGƯT', 'NSND', 'NSƯT', 'TTND', 'TTƯT', 'AHLĐ'],
  ...['Phó Giáo sư', 'Giáo sư', 'Tiến sĩ', 'Tiến sỹ', 'Thạc sĩ', 'Thạc sỹ', 'Cử nhân', 'Kỹ sư', 'Kĩ sư'],
  ...['Kiến trúc sư', 'Bác sĩ', 'Bác sỹ', 'Dược sĩ', 'Dược sỹ', 'Luật sư', 'Viện sĩ', 'Viện sỹ'],
  ...['Nhà giáo Nhân dân', 'Nhà giáo Ưu tú', 'Thầy thuốc Nhân dân', 'Thầy thuốc Ưu tú', 'Nghệ sĩ Nhân dân'],
  ...['Nghệ sĩ Ưu tú', 'Chuyên khoa I', 'Chuyên khoa II'],
]
const ranks = [
  '(?:Thiếu|Trung|Thượng|Đại)\\s+(?:úy|uý|tá|tướng|sĩ|sỹ)',
  '(?:Chuẩn|Phó)\\s+[Đđ]ô đốc',
  'Đô đốc',
  'Hạ sĩ',
]

const behind = String.raw`(?:[.,;\s]+|$)`
const anyOf = (words: readonly string[], flags: string) =>
  new RegExp(`^(?:(?:${words.map((word) => word.replaceAll(' ', '\\s+')).join('|')})${behind})+`, flags)

const degreesFirst = anyOf(degrees, 'u')
const degreesInWords = anyOf(
  degrees.filter((word) => word.includes(' ')),
  'iu',
)
const ranksFirst = anyOf(ranks, 'iu')

/** With the signs and the space behind; '' where there are none. */
export const degreesBefore = (name: string): string =>
  (degreesFirst.exec(name) ?? degreesInWords.exec(name))?.[0] ?? ''

export const ranksBefore = (name: string): string => ranksFirst.exec(name)?.[0] ?? ''

/** `Đại tá, TS. ` */
export function titlesBefore(name: string): string {
  let length = 0
  for (;;) {
    const rest = name.slice(length)
    const next = degreesBefore(rest).length || ranksBefore(rest).length
    if (next === 0) return name.slice(0, length)
    length += next
  }
}
