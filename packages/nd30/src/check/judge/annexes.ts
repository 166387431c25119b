import { toRoman } from '../../text/roman.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import type { AnnexFound, Recognised } from '../recognise/recognised.ts'
import { lookFaults } from './look-fault.ts'
import { hasPageField } from './page-fields.ts'
import { none, quoted } from './say.ts'

const real = ({ annexes }: Recognised) => annexes.filter(({ type }) => type === 'annex')

/** A01: two annexes or more have Roman numbers in their order, and the text points to them. Annex I, part II, phụ lục. */
export const judgeAnnexNumbers: Judge = ({ recognised }) => {
  const annexes = real(recognised)
  return [...(annexes.length < 2 ? [] : numbers(annexes)), ...mention(recognised, annexes[0])]
}

function numbers(annexes: readonly AnnexFound[]): readonly Draft[] {
  // No document has a thousand; a file may.
  return annexes.slice(0, 1000).flatMap((annex, at): readonly Draft[] => {
    const wanted = toRoman(at + 1)
    if (annex.number === wanted) return []
    return [
      {
        rule: 'A01',
        code: 'annex_number',
        at: { piece: annex.label },
        found: quoted(annex.label.text),
        expected: `Phụ lục ${wanted}`,
        repairs: [],
      },
    ]
  })
}

function mention(recognised: Recognised, annex: AnnexFound | undefined): readonly Draft[] {
  if (!annex) return []
  const { head, bases, body } = recognised
  const attached = recognised.annexes
    .filter(({ type }) => type === 'attached')
    .flatMap((each) => each.body.parts)
  const words = [...head.abstract, ...bases, ...[...body.parts, ...attached].map(({ piece }) => piece)]
  if (words.some(({ text }) => /phụ lục|kèm theo|đính kèm|gửi kèm|danh sách|biểu mẫu/iu.test(text))) return []
  return [
    {
      rule: 'A01',
      code: 'annex_not_mentioned',
      at: { piece: annex.label },
      found: none,
      expected: { vi: 'nội dung có chỉ dẫn về phụ lục', en: 'the text points to the annex' },
      repairs: [],
    },
  ]
}

/** A02: `Phụ lục I` bold on its line, its title in capitals, its reference in italics. */
export const judgeAnnexHeads: Judge = (context) =>
  real(context.recognised).flatMap(({ label, title, reference }) => [
    ...(label.text.length <= longestLabel ? lookFaults(context, 'A02', 'annexLabel', [label]) : []),
    ...lookFaults(context, 'A02', 'annexTitle', title),
    ...lookFaults(context, 'A02', 'annexReference', reference),
  ])

/** A longer one holds the title too. */
const longestLabel = 25

/** A03: the pages of each annex are counted from 1. */
export const judgeAnnexPages: Judge = (context) =>
  real(context.recognised).flatMap((annex, at, annexes) => {
    const section = context.read.sections[annex.label.paragraph.sectionIndex]
    if (!section || !hasPageField(section) || section.pageNumberStart === 1) {
      const before = annexes[at - 1]?.label.paragraph.sectionIndex
      const shared = section?.pageNumberStart === 1 && before === section.index && hasPageField(section)
      return shared ? [pages(context, annex, null)] : []
    }
    const own = beginsSection(context, annex)
    return [pages(context, annex, own ? section : null)]
  })

function beginsSection({ read }: JudgeContext, { label }: AnnexFound): boolean {
  const first = read.paragraphs.find(
    ({ sectionIndex, text }) => sectionIndex === label.paragraph.sectionIndex && text.trim() !== '',
  )
  return first === label.paragraph
}

function pages(
  { read }: JudgeContext,
  annex: AnnexFound,
  own: JudgeContext['read']['sections'][number] | null,
): Draft {
  const index = annex.label.paragraph.sectionIndex
  const section = read.sections[index]
  const mendable = own !== null && index > 0
  return {
    rule: 'A03',
    code: 'annex_pages',
    at: { piece: annex.label },
    found:
      section?.pageNumberStart === null || section === undefined
        ? { vi: 'đánh số tiếp', en: 'counted on' }
        : { vi: `bắt đầu từ ${section.pageNumberStart}`, en: `from ${section.pageNumberStart}` },
    expected: { vi: 'bắt đầu từ 1', en: 'from 1' },
    repairs: mendable ? [{ type: 'section', section: own, set: { pageNumberStart: 1 } }] : [],
  }
}
