import { sameLetters } from './look-alikes.ts'

/** What a reader of scans or a font of the nineties makes of the letters that matter here, and what they stand for. */
const legacy: readonly (readonly [RegExp, string])[] = [
  // TCVN3 and VNI keep Vietnamese letters under the codes of Latin ones; a capital font shows small codes as capitals.
  [/(?<!\p{L})T[èÈ]I M[Ëë]T(?!\p{L})/gu, 'TỐI MẬT'],
  [/(?<!\p{L})[Tt][èÈ]i m[Ëë]t(?!\p{L})/gu, 'Tối mật'],
  [/(?<!\p{L})TUY[Öö]T M[Ëë]T(?!\p{L})/gu, 'TUYỆT MẬT'],
  [/(?<!\p{L})[Tt]uy[Öö]t m[Ëë]t(?!\p{L})/gu, 'Tuyệt mật'],
  [/(?<!\p{L})TO[Áá]I MA[Ää]T(?!\p{L})/gu, 'TỐI MẬT'],
  [/(?<!\p{L})[Tt]oái maät(?!\p{L})/gu, 'Tối mật'],
  [/(?<!\p{L})TUYE[Ää]T MA[Ää]T(?!\p{L})/gu, 'TUYỆT MẬT'],
  [/(?<!\p{L})[Tt]uyeät maät(?!\p{L})/gu, 'Tuyệt mật'],
  [/(?<!\p{L})(?:M[Ëë]T|MA[Ää]T)(?!\p{L})/gu, 'MẬT'],
  [/(?<!\p{L})(?:[Mm][Ëë]t|[Mm]aät)(?!\p{L})/gu, 'mật'],
  [/§[éÉ] mật/gu, 'Độ mật'],
  [/(?<!\p{L})Ñoä mật/gu, 'Độ mật'],
]

const between = '[ \\t.·•*_~|/\\\\,–—-]'
// Single letters that stand apart, as a stamp spaces them; what separates them is bounded, so that no line takes long.
// Two small ones are words ("ở ý"), three are not.
const spacedLetters = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{Lu}(?:${between}{1,6}\\p{L}(?![\\p{L}\\p{N}]))+|\\p{L}(?:${between}{1,6}\\p{L}(?![\\p{L}\\p{N}])){2,})`,
  'gu',
)
const separators = new RegExp(`${between}+`, 'gu')
// The same downwards: one letter a line.
const letterLines = /(?<=^|\n)[ \t]{0,8}\p{L}[ \t]{0,8}(?:\n[ \t\n]{0,8}\p{L}[ \t]{0,8}(?=\n|$)){2,}/gu

/**
 * The text as a reader sees it: one form of each letter, no invisible signs, letters that were spaced out put together,
 * old fonts read. Lines stay lines; a frame drawn around a word becomes a bar.
 */
export function readableText(text: string): string {
  let plain = sameLetters(text)
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u2500-\u257f]+/g, '|')
  for (const [pattern, letters] of legacy) plain = plain.replace(pattern, letters)
  return plain
    .replace(spacedLetters, (run) => apart(run.replace(separators, '')))
    .replace(letterLines, (run) => apart(run.replace(/[ \t\n]+/g, '')))
}

/** Two words of a mark that were spaced out lost the space between them. */
function apart(letters: string): string {
  return letters.replace(/^(TỐI|TUYỆT)(M[ẬÂ]T)$/iu, '$1 $2')
}
