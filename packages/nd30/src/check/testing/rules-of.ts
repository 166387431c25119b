import { type CheckOptions, checkDocument } from '../check-document.ts'
import { type BlockWish, handBuilt, section } from './hand-built.ts'

/** The rules that a document made by hand breaks, `rule excerpt`, without those of taste. */
export function rulesOf(
  blocks: readonly BlockWish[],
  options: CheckOptions = {},
  sections: Parameters<typeof handBuilt>[1] = [section()],
): readonly string[] {
  return checkDocument(handBuilt(blocks, sections), { today: '2026-11-25', ...options })
    .findings.filter(({ severity }) => severity !== 'taste')
    .flatMap(({ rule, places }) =>
      places.map((place) => `${rule} ${place.excerpt ?? `section ${place.section}`}`),
    )
}
