/** Letters of other scripts and kinds that look like those of a mark, and what a reader takes them for. */
const families: Readonly<Record<string, string>> = {
  A: 'АΑᴀ🅰🇦Ꭺ',
  E: 'ЕΕᴇ🅴🇪Ꭼ',
  I: 'ІΙӀɪ🅸🇮',
  M: 'МΜᴍ🅼🇲Ꮇ',
  O: 'ОΟᴏ🅾🇴',
  T: 'ТΤᴛ🆃🇹Ꭲ',
  U: 'Սᴜ🆄🇺',
  Y: 'УΥҮʏ🆈🇾',
  Đ: 'ÐƉ',
  a: 'аα',
  e: 'е',
  i: 'іι',
  m: 'м',
  o: 'оο',
  t: 'тτ',
  u: 'υ',
  y: 'уү',
  đ: 'ðɖ',
}

const takenFor = new Map(
  Object.entries(families).flatMap(([letter, all]) => [...all].map((one) => [one, letter] as const)),
)
const lookAlike = new RegExp([...takenFor.keys()].join('|'), 'gu')
// Whatever is laid over or next to a letter and is no mark of Vietnamese (or of the old codes, which use the first sixteen).
const strangeMarks =
  /[\u0310-\u031a\u031c-\u0322\u0329-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/gu
// Also what a font that does not know its letters puts between them.
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]|(?![\t-\r\u0085])\p{Cc}/gu

/** A text in which each letter has one form, whatever script, width, frame or order of accents it was written in. */
export function sameLetters(text: string): string {
  if (/^[\t\n\r -~]*$/.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(lookAlike, (letter) => takenFor.get(letter) ?? letter)
    .replace(strangeMarks, '')
    .normalize('NFC')
}
