const grave = '\u0300'
const acute = '\u0301'
const hook = '\u0309'
const tilde = '\u0303'
const dot = '\u0323'
const circumflex = '\u0302'
const breve = '\u0306'

/** VNI of Windows: a vowel, then a sign for all its marks; shown here as Windows shows the signs. */
const tones: Readonly<Record<string, string>> = { ø: grave, ù: acute, û: hook, õ: tilde, ï: dot }
const roofs: Readonly<Record<string, string>> = {
  â: circumflex,
  à: circumflex + grave,
  á: circumflex + acute,
  å: circumflex + hook,
  ã: circumflex + tilde,
  ä: circumflex + dot,
}
const bowls: Readonly<Record<string, string>> = {
  ê: breve,
  è: breve + grave,
  é: breve + acute,
  ú: breve + hook,
  ü: breve + tilde,
  ë: breve + dot,
}
const marksAfter: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  a: { ...tones, ...roofs, ...bowls },
  e: { ...tones, ...roofs },
  o: { ...tones, ...roofs },
  ô: tones,
  u: tones,
  ö: tones,
  y: tones,
}
/** Letters that are one sign. */
const alone: Readonly<Record<string, string>> = {
  ì: 'ì',
  í: 'í',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
  ô: 'ơ',
  ö: 'ư',
}

export const fromVni = (text: string): string => vniLetters(text).join('')

/** For each sign what it becomes; a sign that only marks the letter before it becomes nothing. */
export function vniLetters(text: string): readonly string[] {
  const decoded: string[] = []
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at)
    const small = sign.toLowerCase()
    const marks = marksAfter[small]?.[text.charAt(at + 1).toLowerCase()]
    const letter = (alone[small] ?? small) + (marks ?? '')
    const plain = marks === undefined && alone[small] === undefined
    decoded.push(plain ? sign : cased(letter.normalize('NFC'), sign !== small))
    if (marks === undefined) continue
    at += 1
    decoded.push('')
  }
  return decoded
}

const cased = (text: string, capital: boolean) => (capital ? text.toUpperCase() : text)

const codeOf: ReadonlyMap<string, string> = new Map(
  [
    ...Object.entries(alone).map(([sign, letter]) => [letter, sign] as const),
    ...Object.entries(marksAfter).flatMap(([vowel, marks]) =>
      Object.entries(marks).map(
        ([sign, mark]) => [((alone[vowel] ?? vowel) + mark).normalize('NFC'), vowel + sign] as const,
      ),
    ),
  ].flatMap(([letter, code]) => [
    [letter, code],
    [letter.toUpperCase(), code.toUpperCase()],
  ]),
)

export function toVni(text: string): string {
  let encoded = ''
  for (const letter of text) encoded += codeOf.get(letter) ?? letter
  return encoded
}
