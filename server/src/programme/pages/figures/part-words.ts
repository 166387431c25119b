import type { Words } from '../../../platform/words.ts'

type Part = readonly string[] | null

/** The title of a page of figures: what is only a part of a programme says so, and whose part it is. */
export function titleOfPart(title: string, part: Part, t: Words): string {
  if (part === null || part.length === 0) return title
  const [first = '', ...others] = part
  const unit = others.length === 0 ? first : t('programme.part_more', { unit: first, count: others.length })
  return t('programme.part_title', { title, unit })
}

/** What a choice of units calls all of them together. */
export const allOfPart = (part: Part, t: Words): string =>
  t(part === null ? 'programme.whole_programme' : 'programme.whole_part')
