/*
 * A mark in small letters within one line: "văn bản mật số 12-QĐ/TU", "Tài liệu mật", "(Mật)", "Báo cáo … - Mật". The word
 * also means honey, bile, a name, and goes into "bảo mật", "mật khẩu", "mật độ"; it counts where it stands right behind the
 * kind of a paper with that paper's number, is all that the line says of it, or is set apart next to a paper.
 */
const end = '(?![\\p{L}\\p{N}])'
const kinds = [
  'tài liệu',
  'văn bản(?: đi| đến)?',
  'hồ sơ',
  'công văn(?: đi| đến)?',
  'công điện',
  'điện',
  'báo cáo',
  'kế hoạch',
  'tờ trình',
  'phương án',
  'đề án',
  'biên bản',
  'bản đồ',
  'nghị quyết',
  'quyết định',
  'chỉ thị',
  'kết luận',
  'thông báo',
  'giấy mời',
  'thư',
  'phụ lục',
  'nội dung',
].join('|')
const plainKinds =
  'tai lieu|van ban|ho so|cong van|cong dien|bao cao|ke hoach|to trinh|phuong an|de an|bien ban|nghi quyet|quyet dinh|chi thi|ket luan|thong bao'
const level = '(?:tuyệt |tối )?m[ậâ]t'
const plainLevel = '(?:tuyet |toi )?mat'
// `12-QĐ/TU`, `45-CV/TU`, `03/KH-CAT`, `29`; with or without "số".
const numbered =
  '(?:\\s{1,3}(?:số|so)\\s{0,3}[:.]?\\s{0,3}\\d|\\s{0,3}[:,]?\\s{1,3}\\d{1,6}\\s?[-–/]\\s?\\p{Lu}|\\s{1,3}tỷ lệ\\s)'
const symbol = '\\d{1,6}\\s?[-–/]\\s?\\p{Lu}[\\p{L}\\d]{0,9}(?:[-–/]\\p{Lu}[\\p{L}\\d]{0,9}){0,3}'

const ofNumber = new RegExp(`(?<!\\p{L})(?:${kinds}) ${level}${numbered}`, 'iu')
const ofNumberPlain = new RegExp(`(?<!\\p{L})(?:${plainKinds}) ${plainLevel}${numbered}`, 'iu')
const allThatIsSaid = new RegExp(
  `^[^\\p{L}\\p{N}]{0,6}(?:${kinds}) ${level}(?:[^\\p{L}\\p{N}]{0,6}$|\\s{0,3}[,;–—-]\\s{0,3}(?:không|cấm|thu hồi|hạn chế|chỉ)${end})`,
  'iu',
)
/** Typed as a name of a level is: "Công văn Mật của …". A place or a product goes on with a capital or its own word. */
const named = new RegExp(
  `(?<!\\p{L})(?:${kinds.replace(/(^|\|)(\p{L})/gu, (_, bar, first) => `${bar}[${first}${first.toUpperCase()}]`)}) Mật (?:của|do|về|gửi|ngày|kèm)${end}`,
  'u',
)
const framedAlone = new RegExp(
  `^[^\\p{L}\\p{N}\\s]{1,3}\\s{0,3}${level}\\s{0,3}[^\\p{L}\\p{N}\\s]{1,4}$`,
  'iu',
)
const framed = new RegExp(`[[({]\\s{0,3}${level}\\s{0,3}[\\])}]`, 'iu')
const framedLevel = /[[({]\s{0,3}(?:tuyệt|tối) mật\s{0,3}[\])}]/iu
const ofPaper = new RegExp(`(?<!\\p{L})(?:${kinds})${end}|${symbol}`, 'iu')
// A sentence of a law names papers and levels in brackets too; a title with its mark is shorter.
const longest = 160
const denied = /(?<!\p{L})không\s{0,3}[[({]/iu
const setBehind = /(?:\s[-–—]\s{0,3}|[,;]\s{1,3})(?:Mật|tuyệt mật|tối mật|Tuyệt mật|Tối mật)\.?$/u
const behindSymbol = new RegExp(`${symbol}\\s{0,3}[-–—,;]\\s{0,3}${level}\\.?$`, 'iu')
const setBefore = new RegExp(`^(?:Mật|Tuyệt mật|Tối mật)\\s{0,3}(?:[-–—]|:)\\s{0,3}(?:${kinds})${end}`, 'iu')
const beforeSymbol = /^M[ẬÂ]T\s{0,3}[-–]\s{0,3}\d/u
const label = new RegExp(
  `^(?:cấp độ mật|mức độ(?: bảo)?(?: mật)?|phân loại(?: mật)?|bí mật nhà nước|độ m[ậâ]t)(?:\\s{0,3}[:–—-]\\s{0,3}|\\s{1,3})["“(]?(?:${level})["”)]?\\.?$`,
  'iu',
)
const ofTheLaw = new RegExp(
  `(?:^tài liệu này |^văn bản này |^thuộc (?:danh mục )?|^(?:tài liệu|văn bản|nội dung) (?:này )?thuộc )(?:thuộc )?(?:danh mục )?bí mật nhà nước,? (?:thuộc )?độ ${level}\\.?$`,
  'iu',
)

/** Whether a line says of a paper in hand that it is secret, in the small letters of a form. */
export function saysSo(line: string): boolean {
  if (ofNumber.test(line) || ofNumberPlain.test(line) || allThatIsSaid.test(line) || named.test(line))
    return true
  if (framedAlone.test(line) || label.test(line) || ofTheLaw.test(line)) return true
  if (
    line.length <= longest &&
    framed.test(line) &&
    ofPaper.test(line.replace(framed, ' ')) &&
    !denied.test(line)
  )
    return true
  if (framedLevel.test(line)) return true
  if (setBefore.test(line) || beforeSymbol.test(line) || behindSymbol.test(line)) return true
  return setBehind.test(line) && ofPaper.test(line)
}
