import type { Paragraph, Section } from '../../read/read-document.ts'
import { childOf } from '../../read/xml.ts'
import type { Draft, Judge, JudgeContext } from '../draft.ts'
import { footNumbers } from '../repair/page-number.ts'
import type { Repair } from '../repair.ts'
import { componentNames } from './component-names.ts'
import { isLongerThanOnePage } from './more-than-one-page.ts'
import { hasPageField, pageParagraphs, pageRuns } from './page-fields.ts'
import { joined, none, points, range } from './say.ts'

/** P05: Arabic figures from 1, centred in the top margin, hidden on the first page. Annex I, part I, mục I.7. */
export const judgePageNumbers: Judge = (context) => {
  const { read } = context
  const [first] = read.sections
  if (!first) return []
  if (!read.sections.some(hasPageField)) return missing(context, first)
  const seen = new Set<string>()
  const fresh = (part: string) => !seen.has(part) && seen.add(part)
  return [
    ...onFirstPage(first),
    ...begins(first),
    ...read.sections.flatMap((section) => [
      ...Object.values(section.footers)
        .filter((footer) => pageParagraphs(footer).length > 0 && fresh(footer.part))
        .map((footer) => inFooter(context, section, footer.part)),
      ...Object.values(section.headers)
        .filter((header) => fresh(header.part))
        .flatMap((header) => pageParagraphs(header))
        .flatMap((paragraph) => lookFault(context, paragraph)),
    ]),
  ]
}

function missing({ read, profile }: JudgeContext, section: Section): readonly Draft[] {
  const look = profile.looks.pageNumber
  if (!look || !isLongerThanOnePage(read)) return []
  return [
    {
      rule: 'P05',
      code: 'page_number_missing',
      at: { section },
      found: none,
      expected: { vi: 'số trang ở giữa lề trên', en: 'a number centred in the top margin' },
      repairs: [{ type: 'page-number', section, sizeHalfPoints: look.chosenPt * 2 }],
    },
  ]
}

const hidden = { vi: 'không hiển thị số trang thứ nhất', en: 'no number on the first page' }
const shown = { vi: 'trang đầu có số trang', en: 'a number on the first page' }

function onFirstPage(section: Section): readonly Draft[] {
  const { headers, titlePage } = section
  const kind = titlePage ? 'first' : 'default'
  const header = headers[kind]
  if (pageParagraphs(header).length === 0) return []
  const repairs: readonly Repair[] = titlePage ? [] : [{ type: 'section', section, set: { titlePage: true } }]
  // Turned on where the header of the first page has a number too, it would still be shown.
  const mends = !titlePage && pageParagraphs(headers.first).length === 0
  return [
    {
      rule: 'P05',
      code: 'page_number_on_first',
      at: { section },
      found: shown,
      expected: hidden,
      repairs: mends ? repairs : [],
    },
  ]
}

function begins(section: Section): readonly Draft[] {
  const { pageNumberStart, pageNumberFormat } = section
  if (pageNumberFormat !== 'decimal')
    return [
      draft(
        'page_number_format',
        section,
        pageNumberFormat,
        { vi: 'chữ số Ả Rập', en: 'Arabic figures' },
        [],
      ),
    ]
  if (pageNumberStart === null || pageNumberStart === 1) return []
  const repair: Repair = { type: 'section', section, set: { pageNumberStart: 1 } }
  return [draft('page_number_start', section, String(pageNumberStart), '1', [repair])]
}

function inFooter({ read, profile }: JudgeContext, section: Section, part: string): Draft {
  const [first] = read.sections
  const look = profile.looks.pageNumber
  const repairs: readonly Repair[] =
    first && look && isMovable(read.sections, first)
      ? [{ type: 'page-number', section: first, sizeHalfPoints: look.chosenPt * 2 }]
      : []
  return {
    ...draft(
      'page_number_in_footer',
      section,
      { vi: 'ở lề dưới', en: 'in the foot' },
      {
        vi: 'ở giữa lề trên',
        en: 'centred in the head',
      },
      repairs,
    ),
    at: { section, part },
  }
}

/**
 * From the foot to the head, where all pages have the same ones, the foot says nothing else, and the head says nothing
 * that would be lost on the first page.
 */
function isMovable(sections: readonly Section[], first: Section): boolean {
  const own = new Set([...Object.values(first.headers), ...Object.values(first.footers)])
  const parts = new Set([...own].map(({ part }) => part))
  const shared = sections.every(({ headers, footers }) =>
    [...Object.values(headers), ...Object.values(footers)].every(({ part }) => parts.has(part)),
  )
  const numbers = new Set(footNumbers(first))
  const bare = Object.values(first.footers).every(({ paragraphs }) =>
    paragraphs.every((paragraph) => numbers.has(paragraph) || isBlank(paragraph)),
  )
  const free = first.titlePage || (first.headers.default?.paragraphs ?? []).every(isBlank)
  return shared && bare && free
}

const isBlank = ({ text, shapes }: Paragraph) => text.trim() === '' && shapes.length === 0

function draft(
  code: 'page_number_format' | 'page_number_start' | 'page_number_in_footer',
  section: Section,
  found: Draft['found'],
  expected: Draft['expected'],
  repairs: readonly Repair[],
): Draft {
  return { rule: 'P05', code, at: { section }, found, expected, repairs }
}

const upright = { vi: 'đứng', en: 'upright' }
const slanted = { vi: 'nghiêng', en: 'italic' }
const centre = { vi: 'canh giữa', en: 'centred' }
const notCentre = { vi: 'không canh giữa', en: 'not centred' }

function lookFault({ profile }: JudgeContext, paragraph: Paragraph): readonly Draft[] {
  const look = profile.looks.pageNumber
  const runs = pageRuns(paragraph)
  if (!look || paragraph.inShape) return []
  const [least, most] = [look.sizePt[0] * 2, look.sizePt[1] * 2]
  const sizes = [...new Set(runs.map(({ sizeHalfPoints }) => sizeHalfPoints))]
  const wrongSize = sizes.some((size) => size < least || size > most)
  const italic = runs.some((run) => run.italic)
  const off = !isCentred(paragraph)
  if (!wrongSize && !italic && !off) return []
  const found = [
    ...(wrongSize ? sizes.map(points) : []),
    ...(italic ? [slanted] : []),
    ...(off ? [notCentre] : []),
  ]
  const expected = [
    ...(wrongSize ? [range(look.sizePt, 'pt')] : []),
    ...(italic ? [upright] : []),
    ...(off ? [centre] : []),
  ]
  const set = {
    ...(wrongSize ? { sizeHalfPoints: look.chosenPt * 2 } : {}),
    ...(italic ? { italic: false } : {}),
  }
  return [
    {
      rule: 'P05',
      code: 'look_wrong',
      at: { paragraph },
      found: joined(found),
      expected: joined(expected),
      details: { component: componentNames.pageNumber },
      repairs: [
        ...(wrongSize || italic ? runs.map((run): Repair => ({ type: 'run', run, set })) : []),
        ...(off
          ? [
              {
                type: 'paragraph',
                paragraph,
                set: { alignment: 'center', firstLineTwips: 0, leftTwips: 0 },
              } as const,
            ]
          : []),
      ],
    },
  ]
}

/** By its own alignment, by a frame or by a tab; a cell's is not judged. */
function isCentred(paragraph: Paragraph): boolean {
  if (paragraph.alignment === 'center' || paragraph.text.includes('\t') || paragraph.cell) return true
  return childOf(childOf(paragraph.element, 'w:pPr'), 'w:framePr') !== undefined
}
