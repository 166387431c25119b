/** The letters of Vietnamese that bear marks or are not in English, small, without a tone. */
const vowels = 'aăâeêioôơuưy'
const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

/** All 67 small letters of Vietnamese beyond plain a to z: vowels with their marks and tones, and đ. */
export const smallLetters: readonly string[] = [
  ...[...vowels].flatMap((vowel) => toneMarks.map((tone) => (vowel + tone).normalize('NFC'))),
  'đ',
].filter((letter) => !/^[a-z]$/.test(letter))

/** All 134: TCVN 6909:2001. */
export const vietnameseLetters: readonly string[] = [
  ...smallLetters,
  ...smallLetters.map((letter) => letter.toUpperCase()),
]
