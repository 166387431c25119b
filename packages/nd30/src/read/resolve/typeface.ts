import type { RunProperties } from './run-properties.ts'

/** Without any word of a typeface Word takes this. */
const unsaid = 'Times New Roman'

export interface Typefaces {
  readonly font: string
  readonly fonts: Readonly<Record<'ascii' | 'hAnsi' | 'cs' | 'eastAsia', string>>
}

/**
 * By what typefaces letters are shown (ECMA-376 part 1, 17.3.2.26). `font` is the one of the letters that are there;
 * where those are of two, the one that most of them have.
 */
export function typefacesOf(run: RunProperties, text: string): Typefaces {
  const fonts = fontsOf(run)
  if (run.complex || run.rightToLeft) return { font: fonts.cs, fonts }
  const { ascii, hAnsi } = fonts
  const chinese = run.hint === 'eastAsia' && (run.languageEastAsia ?? '').startsWith('zh')
  if (ascii === hAnsi && !chinese && !hasEastAsian(text)) return { font: ascii, fonts }
  return { font: fonts[mostOf(text, chinese)], fonts }
}

const kept = new WeakMap<RunProperties, Typefaces['fonts']>()

function fontsOf(run: RunProperties): Typefaces['fonts'] {
  const found = kept.get(run)
  if (found) return found
  const fonts = {
    ascii: run.ascii ?? unsaid,
    hAnsi: run.hAnsi ?? unsaid,
    cs: run.cs ?? unsaid,
    eastAsia: run.eastAsia ?? unsaid,
  }
  kept.set(run, fonts)
  return fonts
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
