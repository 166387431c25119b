/** TCVN 5712:1993 VN3 ("ABC"): one byte a letter, shown here as the sign that Windows makes of that byte. */
const pairs = `
  A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ
  B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ
  CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ D7ì D8ỉ DCĩ DDí DEị
  DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ
  EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ`
  .trim()
  .split(/\s+/)

const letterOf: ReadonlyMap<string, string> = new Map(
  pairs.map((pair) => [String.fromCharCode(Number.parseInt(pair.slice(0, 2), 16)), pair.slice(2)]),
)
const codeOf: ReadonlyMap<string, string> = new Map([...letterOf].map(([code, letter]) => [letter, code]))

/**
 * @param capital whether the typeface shows capitals only (`.VnTimeH`): small letters with tones are the only ones that
 *   the encoding has
 */
export function fromTcvn3(text: string, capital: boolean): string {
  return tcvn3Letters(text, capital).join('')
}

/** For each unit (UTF-16) what it becomes. */
export function tcvn3Letters(text: string, capital: boolean): readonly string[] {
  return Array.from({ length: text.length }, (_, at) => {
    const letter = letterOf.get(text.charAt(at)) ?? text.charAt(at)
    return capital ? letter.toUpperCase() : letter
  })
}

/** The other way; for capitals in typefaces of capitals. A letter that it has no sign for stays. */
export function toTcvn3(text: string, capital: boolean): string {
  let encoded = ''
  for (const letter of text) encoded += codeOf.get(capital ? letter.toLowerCase() : letter) ?? letter
  return encoded
}
