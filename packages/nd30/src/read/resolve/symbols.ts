import { legacyOfFont, toUnicode } from '../../text/legacy/legacy.ts'

/** Signs of the old typefaces of symbols, whose letters stand in the private area of Unicode (17.3.3.30). */
const symbols: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: { 183: '•', 45: '−', 222: '⇒', 174: '→', 215: '⋅', 177: '±', 179: '≥', 163: '≤', 42: '∗' },
  wingdings: {
    167: '▪',
    168: '◻',
    252: '✓',
    251: '✗',
    254: '☑',
    253: '☒',
    111: '□',
    110: '■',
    108: '●',
    118: '❖',
    216: '➢',
    224: '→',
    240: '⇨',
    171: '★',
    74: '☺',
  },
  'wingdings 2': { 80: '✓', 82: '☑', 163: '☐', 42: '☐' },
  webdings: { 97: '✓', 61: '■' },
}

/** What is seen, where it is known; else the letters themselves. */
export function shownSymbol(text: string, font: string | undefined): string {
  const legacy = font === undefined ? null : legacyOfFont(font)
  if (legacy) return toUnicode(String.fromCharCode(text.charCodeAt(0) & 0xff), legacy)
  const table = font === undefined ? undefined : symbols[font.toLowerCase()]
  if (!table) return text
  let shown = ''
  for (const letter of text) {
    const code = letter.charCodeAt(0)
    shown += table[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? letter
  }
  return shown
}
