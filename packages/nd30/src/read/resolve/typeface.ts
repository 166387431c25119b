import type { RunProperties } from './run-properties.ts'

/** Without any word of a typeface Word takes this. */
const unsaid = 'Times New Roman'

type Fonts = Readonly<Record<'ascii' | 'hAnsi' | 'cs' | 'eastAsia', string>>

export const fontsOf = (run: RunProperties): Fonts => ({
  ascii: run.ascii ?? unsaid,
  hAnsi: run.hAnsi ?? unsaid,
  cs: run.cs ?? unsaid,
  eastAsia: run.eastAsia ?? unsaid,
})

/**
 * By what typeface the letters of a text are shown (ECMA-376 part 1, 17.3.2.26); where they are of two, the one that
 * most of them have.
 */
export function typefaceOf(run: RunProperties, fonts: Fonts, text: string): string {
  if (run.complex || run.rightToLeft) return fonts.cs
  const { ascii, hAnsi } = fonts
  const chinese = run.hint === 'eastAsia' && (run.languageEastAsia ?? '').startsWith('zh')
  if (ascii === hAnsi && !chinese && !hasEastAsian(text)) return ascii
  return fonts[mostOf(text, chinese)]
}

const eastAsian = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]/

const hasEastAsian = (text: string) => eastAsian.test(text)

function mostOf(text: string, chinese: boolean): 'ascii' | 'hAnsi' | 'eastAsia' {
  const counts = { ascii: 0, hAnsi: 0, eastAsia: 0 }
  for (const letter of text) {
    if (eastAsian.test(letter)) counts.eastAsia += 1
    else if (!/\p{L}|\p{M}|\p{N}/u.test(letter)) continue
    else if (letter <= '\u007f') counts.ascii += 1
    else counts[chinese && shownAsChinese(letter) ? 'eastAsia' : 'hAnsi'] += 1
  }
  if (counts.eastAsia > counts.ascii && counts.eastAsia > counts.hAnsi) return 'eastAsia'
  return counts.hAnsi > counts.ascii ? 'hAnsi' : 'ascii'
}

/** With the hint of East Asia and its language Chinese, these too: those of pinyin, and all of U+1E00 to U+1EFF. */
const shownAsChinese = (letter: string) => /[àáèéêìíòóùúü\u0100-\u024f\u1e00-\u1eff]/.test(letter)
