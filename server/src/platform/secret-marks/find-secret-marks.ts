import { readableText } from './readable-text.ts'
import { saysSo } from './short-text.ts'

/**
 * Where a text bears a mark of the law's three levels (mật, tối mật, tuyệt mật), and in which manner. Neither the level nor
 * the words around it are given: nothing of such a paper is to be repeated.
 */
export interface SecretMark {
  /** From 1. */
  readonly line: number
  readonly manner: 'stamp' | 'label' | 'tick' | 'prefix' | 'suffix' | 'phrase'
}

/**
 * Finds marks as an office sets them: alone on a line, in a box or a cell, after "Độ mật", before or behind a title. The
 * word in prose, in a heading, in a name or in a quotation of the law is none. The table of cases says which is which.
 */
export function findSecretMarks(text: string): readonly SecretMark[] {
  const plain = readableText(text)
  if (!worthReading.test(plain)) return []
  const lines = plain.split('\n').map((line) => segmentsOf(line))
  return lines.flatMap((segments, at) => {
    const manner = mannerOf(segments, neighbours(lines, at))
    return manner === undefined ? [] : [{ line: at + 1, manner }]
  })
}

export const bearsSecretMark = (text: string): boolean => findSecretMarks(text).length > 0

/** A name without its ending is read as a text: offices write the mark there too. */
export const nameBearsSecretMark = (fileName: string): boolean =>
  bearsSecretMark(fileName.replace(/\.[A-Za-z0-9]{1,5}$/, ''))

const worthReading = /m[ậâa]t|secret|confidential|bóc bì/iu

type Segments = readonly string[]
interface Neighbours {
  readonly before: string
  readonly after: string
}

/** Columns, cells and parts of a file's name. */
const segmentsOf = (line: string): Segments =>
  line
    .split(/\t|\s{2,}|\||_/)
    .map((segment) => segment.trim())
    .filter((segment) => /[\p{L}\p{N}☐☑☒]/u.test(segment))

function neighbours(lines: readonly Segments[], at: number): Neighbours {
  const filled = (line: Segments | undefined) => line !== undefined && line.length > 0
  const before = lines.slice(Math.max(0, at - 3), at).findLast(filled)
  const after = lines.slice(at + 1, at + 4).find(filled)
  return { before: before?.at(-1) ?? '', after: after?.[0] ?? '' }
}

function mannerOf(segments: Segments, around: Neighbours): SecretMark['manner'] | undefined {
  const line = segments.join('  ')
  if (!worthReading.test(line) && !label.test(line)) return undefined
  if (ticked.test(line)) return 'tick'
  // A form that offers the levels and has none of them ticked, or a sentence that lists them.
  if (levelsNamed(line) > 1) return undefined
  for (const [index, segment] of segments.entries()) {
    const before = index > 0 ? (segments[index - 1] ?? '') : around.before
    const after = segments[index + 1] ?? around.after
    const manner = mannerOfSegment(segment, { before, after }, index > 0)
    if (manner !== undefined) return manner
  }
  return undefined
}

function mannerOfSegment(
  segment: string,
  { before, after }: Neighbours,
  inRow: boolean,
): SecretMark['manner'] | undefined {
  const core = trimmed(segment)
  if (isMark(core)) return isPartOfWord(core, before, after, inRow) ? undefined : 'stamp'
  if (isLabelled(segment, after)) return 'label'
  if (prefixed.test(segment) || bracketedFirst.test(segment) || numbered.test(segment)) return 'prefix'
  if (suffixed.test(segment) || bracketedLast.test(segment) || bracketedNumber.test(segment)) return 'suffix'
  if (phrases.some((phrase) => phrase.test(core)) || saysSo(segment)) return 'phrase'
  return undefined
}

/** Without the brackets, stars and stops around it; sought from both ends, so that no row of dots takes long. */
function trimmed(segment: string): string {
  const letters = [...segment]
  const first = letters.findIndex((letter) => sign.test(letter))
  return first < 0
    ? ''
    : letters.slice(first, letters.findLastIndex((letter) => sign.test(letter)) + 1).join('')
}
const sign = /[\p{L}\p{N}]/u

const capitals =
  '(?:TUYỆT M[ẬÂ]T|TỐI M[ẬÂ]T|M[ẬÂ]T|TUYET MAT|TOI MAT|TOP SECRET|STATE SECRET|SECRET)(?![\\p{L}\\p{N}])'
const unmistakable = '(?:tuyệt|tối) m[ậâ]t(?![\\p{L}\\p{N}])'
const anyLevel = '(?:(?:tuyệt |tối )?m[ậâ]t|(?:tuyet |toi )?mat)(?![\\p{L}\\p{N}])'

const alone = new RegExp(`^(?:${capitals})$`, 'u')
const aloneInSmall = new RegExp(`^(?:${unmistakable})$`, 'iu')
// "mẬT", "MậT": set by hand so that no rule meets it. "Mật" and "mật" are names and honey.
const aloneOddly = /^(?!mật$|Mật$)[mM][ậẬ][tT]$/u
const isMark = (core: string): boolean =>
  core.split('/').every((part) => {
    const word = part.trim().replace(/^(tuyệt|tối)[ .·–—-]{0,3}(?=m)/iu, '$1 ')
    return alone.test(word) || aloneInSmall.test(word) || aloneOddly.test(word)
  })

const label = /^(?:mức )?(?:độ m[ậâ]t|do mat)(?![\p{L}\p{N}])|^(?:security )?classification(?![\p{L}\p{N}])/iu
const labelledInLine = new RegExp(
  `(?<!\\p{L})(?:độ m[ậâ]t|do mat)\\s{0,3}:\\s{0,3}(?:dấu )?["“(]?${anyLevel}(?!\\s{1,3}\\p{L})`,
  'iu',
)
const value = new RegExp(`^${anyLevel}$`, 'iu')
const englishValue = /^(?:top secret|secret|confidential)$/iu

function isLabelled(segment: string, after: string): boolean {
  if (labelledInLine.test(segment)) return true
  const head = label.exec(segment)
  if (head === null) return false
  const rest = trimmed(segment.slice(head[0].length))
  const said = rest === '' ? trimmed(after) : rest
  return /classification/i.test(head[0]) ? englishValue.test(said) : value.test(said)
}

const ticked = new RegExp(`(?:[☑☒✓✔■◼]|[[(][xX][\\])])\\s{0,3}(?:${anyLevel}|${capitals})`, 'iu')

const prefixed = new RegExp(`^[^\\p{L}\\p{N}]{0,6}${capitals}\\s{0,3}[\\])}:–—.-]`, 'u')
const bracketedFirst = new RegExp(`^[[({]\\s{0,3}${unmistakable}\\s{0,3}[\\])}]`, 'iu')
const numbered = new RegExp(`^${capitals}\\s{1,3}(?:BẢN|Bản|bản|SỐ|Số|COPY|Copy)(?!\\p{L})`, 'u')
const suffixed = new RegExp(`[–—([{-]\\s{0,3}${capitals}\\s{0,3}[\\])}.]{0,2}$`, 'u')
const bracketedLast = new RegExp(`[[({]\\s{0,3}${unmistakable}\\s{0,3}[\\])}]{1,2}\\.?$`, 'iu')
// Behind the number and symbol of a paper even the shortest mark is clear: `21/CV (mật)`, `05-BC/TU (Mật)`.
const bracketedNumber = new RegExp(
  `\\d[-/]\\p{L}[\\p{L}\\d/-]{0,30}\\s{1,3}[([]\\s{0,3}${anyLevel}[\\])]`,
  'iu',
)

const papers =
  'tài liệu|văn bản|hồ sơ|công văn|báo cáo|kế hoạch|tờ trình|phương án|đề án|biên bản|bản đồ|điện'
const phrases = [
  new RegExp(`^(?:${papers.toUpperCase()}) ${capitals}$`, 'u'),
  new RegExp(`^(?:${papers}) ${unmistakable}$`, 'iu'),
  new RegExp(
    `^(?:tài liệu |văn bản )?(?:thuộc )?bí mật nhà nước,? (?:thuộc )?(?:cấp )?độ ${anyLevel}$`,
    'iu',
  ),
  /^chỉ người có tên mới được bóc bì$/iu,
]

/** How many of the levels a line names. */
function levelsNamed(line: string): number {
  // "Độ mật: Tối mật" names one level and a label.
  const bare = line.replace(/(?<!\p{L})(?:độ|do) m[ậâa]t(?!\p{L})/giu, '')
  const found = bare.matchAll(/(?<!\p{L})(?<!(?:bí|bảo) )(tuyệt |tối |tuyet |toi )?m[ậâa]t(?!\p{L})/giu)
  return new Set([...found].map((one) => (one[1] ?? '').toLowerCase())).size
}

const joinsBefore = /(?<!\p{L})(?:bảo|bí|cơ|thân|túi|sỏi|ống)$/iu
// Few, because the title of a paper stands under its stamp: MẬT ⏎ BÁO CÁO, MẬT ⏎ THƯ MỜI, MẬT ⏎ ĐIỆN.
const joinsAfter = /^(?:khẩu|mã|ong|mía|thiết|vụ|độ (?:dân|xây))(?!\p{L})/iu
const family =
  /^(?:nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|trịnh|mai|cao|tạ|lương|hà|tô|đào|phùng|vương|quách|lưu)(?!\p{L})/iu

/** The word goes on from the line or cell before or into the next: "BẢO ⏎ MẬT", "MẬT ⏎ KHẨU", or it is a given name. */
function isPartOfWord(core: string, before: string, after: string, inRow: boolean): boolean {
  if (!/^M[ẬÂ]T$/u.test(core)) return false
  if (joinsBefore.test(before) || joinsAfter.test(after)) return true
  const words = before.split(' ').length
  return family.test(before) && words <= (inRow ? 3 : 2)
}
