import { rewritten } from './capitals-phrases.ts'
import { type CapitalFault, inCaseOf, keyOf, type Word } from './capitals-words.ts'

/** A syllable of the language, with a vowel in it. */
const syllable =
  /^(?=.*[^bcdđghklmnpqrstvx])[a-zàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ]{2,7}$/
/** What is shortened with a dot. */
const shortened = new Set(
  [
    'tr',
    'vd',
    'tp',
    'st',
    'gs',
    'ts',
    'ks',
    'bs',
    'ths',
    'pgs',
    'nxb',
    'tx',
    'tt',
    'đt',
    'stt',
    'cf',
    'vs',
    'no',
    'vol',
    'art',
    'pp',
    'tel',
    'fax',
    'email',
    'km',
    'kg',
    'ha',
    'kv',
    'cm',
    'mm',
    'tl',
    'kt',
    'tm',
    'tuq',
    'xem',
    'sđt',
    'dr',
    'mr',
    'mrs',
    'ltd',
    'co',
    'inc',
    'etc',
    'vv',
  ].map(keyOf),
)

/** A new sentence within a paragraph; annex II, part I. */
export function sentenceFaults(text: string, words: readonly Word[]): readonly CapitalFault[] {
  const faults: CapitalFault[] = []
  for (let at = 1; at < words.length; at++) {
    const [before, word] = [words[at - 1], words[at]]
    if (!before || !word || before.quoted || word.quoted) continue
    if (!/^[.?!] {1,3}$/.test(word.gap) || word.letters !== 'small' || !syllable.test(word.text)) continue
    if (before.letters !== 'small' || !syllable.test(before.text) || shortened.has(before.key)) continue
    if (/^[.)/]/.test(text.slice(word.end, word.end + 1))) continue
    faults.push(capitalFirst(text, words, at))
  }
  return faults
}

const capitalFirst = (text: string, words: readonly Word[], at: number) =>
  rewritten('C01', text, words, at, at + 1, (word) => inCaseOf(word.text, 'A'))

/** The first word of a paragraph that is a sentence of its own. */
export function paragraphFault(text: string, words: readonly Word[]): CapitalFault | undefined {
  const [first, second] = words
  if (!first || !second || first.quoted || first.letters !== 'small' || !syllable.test(first.text))
    return undefined
  if (first.gap.trim() !== '' || words.length < 4) return undefined
  return capitalFirst(text, words, 0)
}
