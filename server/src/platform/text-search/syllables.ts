const initial = '(?:ngh|ng|nh|gh|gi|kh|ch|th|tr|ph|qu|[bcdghklmnpqrstvx])'
const vowels =
  '(?:a|ai|ao|au|ay|e|eo|eu|i|ia|ie|ieu|iu|o|oa|oai|oao|oay|oe|oeo|oi|oo|u|ua|uai|uay|ue|ui|uo|uoi|uou|uu|uy|uya|uye|uyu|y|ye|yeu)'
const end = '(?:ng|nh|ch|[cmnpt])'
const syllable = new RegExp(`^${initial}?${vowels}${end}?$`)
const telexShape = new RegExp(`^(${initial}?)(${vowels})([sfrxj]?)(${end}?)([sfrxj]?)$`)

/** Whether a word without accents can be a syllable of Vietnamese; an abbreviation such as tttt cannot. */
export const isSyllable = (word: string): boolean => syllable.test(word)

const maxSplits = 4

/** The syllables of a run that was typed without spaces: haiduong is hai duong; each way to cut it, a few at most. */
export function splitSyllables(word: string): readonly (readonly string[])[] {
  if (word.length < 4 || word.length > 24 || isSyllable(word)) return []
  const found: string[][] = []
  const cut = (rest: string, before: readonly string[]) => {
    if (found.length >= maxSplits || before.length > 4) return
    if (rest === '') {
      if (before.length > 1) found.push([...before])
      return
    }
    for (let length = Math.min(7, rest.length); length >= 2; length--) {
      const head = rest.slice(0, length)
      if (isSyllable(head)) cut(rest.slice(length), [...before, head])
    }
  }
  cut(word, [])
  return found
}

/** What was meant where the keyboard did not join Telex: chuyeenr is chuyen, without accents. Null where it is no Telex. */
export function readTelex(word: string): string | null {
  const plain = word
    .replace(/^dd/, 'd')
    .replace(/d$/, (last) => (word.length > 3 && word.startsWith('d') ? '' : last))
    .replace(/aa|ee|oo/g, (twice) => twice.charAt(0))
    .replace(/([aou])w/g, '$1')
    .replace(/([aou][a-z]+)w$/, '$1')
  const parts = telexShape.exec(plain)
  if (parts === null) return null
  const [, head = '', middle = '', early = '', tail = '', late = ''] = parts
  const read = `${head}${middle}${tail}`
  return read === word || (early !== '' && late !== '') ? null : read
}
