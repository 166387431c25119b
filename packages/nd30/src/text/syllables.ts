import { withoutTones } from './tones.ts'

const initials = ' b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q r s t th tr v x'.split(' ')

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
  iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu o oc oi om on ong op ot ooc oong
  oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt ôông ôôc ơ ơi ơm ơn ơp ơt ơng u ua uc ui um un ung up ut uân uâng uât uây
  uê uêch uênh uên uêt uôc uôi uôm uôn uông uôt uơ uy uya uych uyn uynh uyt uyu uyp uyên uyêt
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y`.split(/\s+/),
)

/** Ends that only the tones sắc and nặng go with. */
const stopped = /(c|ch|p|t)$/
const sharpOrHeavy = /[\u0301\u0323]/

/** Whether a word is written as one syllable of Vietnamese can be; `Liên` is, `Vieät` and `straße` are not. */
export function isSyllable(word: string): boolean {
  if (word.length === 0 || word.length > 7) return false
  const known = judged.get(word)
  if (known !== undefined) return known
  const is = isWrittenSo(word)
  if (judged.size < mostJudged) judged.set(word, is)
  return is
}

/** Words come again and again; the bound holds for texts that are no words. */
const judged = new Map<string, boolean>()
const mostJudged = 20_000

function isWrittenSo(word: string): boolean {
  const small = word.toLowerCase()
  const toneless = withoutTones(small)
  if (
    !initials.some(
      (initial) => toneless.startsWith(initial) && isRime(initial, toneless.slice(initial.length)),
    )
  )
    return false
  const parts = small.normalize('NFD')
  const marks = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g) ?? []
  if (marks.length > 1) return false
  return !stopped.test(toneless) || sharpOrHeavy.test(parts)
}

function isRime(initial: string, rest: string): boolean {
  // After q the u is part of the beginning; gì and giêng share their i.
  if (initial === 'q') return rest.startsWith('u') && rimes.has(rest.slice(1))
  return rimes.has(rest)
}
