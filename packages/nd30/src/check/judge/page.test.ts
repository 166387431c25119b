import { describe, expect, test } from 'vitest'
import type { HeaderOrFooter, Run } from '../../read/read-document.ts'
import { changed, handBuilt, type ParagraphWish, section } from '../testing/hand-built.ts'
import { rulesOf } from '../testing/rules-of.ts'
import { abstract, body, decision, kindLine } from '../testing/state-documents.ts'

/** A header or footer with the number of the page. */
function numbered(part: string, wish: ParagraphWish = { size: 13, align: 'center' }): HeaderOrFooter {
  const [made] = handBuilt([{ ...wish, text: '2' }]).paragraphs
  if (!made) throw new RangeError('no paragraph')
  const runs = made.runs.map((run): Run => ({ ...run, field: 'PAGE' }))
  const paragraph = { ...made, part, runs }
  return { part, blocks: [paragraph], paragraphs: [paragraph] }
}

const header = { default: numbered('word/header1.xml') }
const pages = (wish: Parameters<typeof section>[0]) =>
  rulesOf(decision, {}, [section({ headers: header, ...wish })])
const margins = { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567, footer: 567, gutter: 0 }

// Decree 30, annex I, part I, mục I.
describe('the page', () => {
  test.each([
    ['A4 as another program rounds it', { widthTwips: 11900, heightTwips: 16840 }, []],
    ['Letter', { widthTwips: 12240, heightTwips: 15840 }, ['P01 section 1']],
    [
      'the widest margins',
      { marginsTwips: { ...margins, top: 1417, bottom: 1417, left: 1984, right: 1134 } },
      [],
    ],
    ['a margin too narrow', { marginsTwips: { ...margins, left: 1600 } }, ['P02 section 1']],
    [
      'all margins wrong',
      { marginsTwips: { ...margins, top: 720, left: 720, right: 1440 } },
      ['P02 section 1'],
    ],
    ['a gutter that makes up the left margin', { marginsTwips: { ...margins, left: 1134, gutter: 567 } }, []],
    ['a number on the first page', { titlePage: false }, ['P05 section 1']],
    ['numbers from 3', { pageNumberStart: 3 }, ['P05 section 1']],
    ['Roman numbers', { pageNumberFormat: 'lowerRoman' }, ['P05 section 1']],
    ['a number in the foot', { footers: { default: numbered('word/footer1.xml') } }, ['P05 section 1']],
    [
      'a small number at the right',
      { headers: { default: numbered('word/header1.xml', { size: 11, align: 'right' }) } },
      ['P05 2'],
    ],
  ])('%s', (_, wish, expected) => {
    expect(pages(wish)).toEqual(expected)
  })

  const tabled = [
    ...decision.slice(0, -1),
    { rows: [[[{ text: 'A' }], [{ text: 'B' }]]], bordered: true },
    ...decision.slice(-1),
  ]

  test('that lies must hold a table', () => {
    const lying = section({ headers: header, widthTwips: 16838, heightTwips: 11906, landscape: true })
    expect(rulesOf(decision, {}, [lying])).toEqual(['P01 section 1'])
    expect(rulesOf(tabled, {}, [lying])).toEqual([])
  })

  test('misses its number only where the text is surely longer than one page', () => {
    expect(rulesOf(decision)).toEqual([])
    const long = Array.from({ length: 40 }, () =>
      body('Văn bản này có hiệu lực kể từ ngày ký. '.repeat(5).trim()),
    )
    const found = rulesOf([...decision.slice(0, -1), ...long, ...decision.slice(-1)])
    expect(found).toContain('P05 section 1')
  })
})

describe('the pages of an annex', () => {
  const annexed = [
    ...changed(decision, '1. Kế hoạch', { text: '1. Kế hoạch tại Phụ lục áp dụng cho các phòng.' }),
    { ...kindLine('Phụ lục'), section: 1 },
    abstract('DANH SÁCH'),
    body('Danh sách này gồm các phòng của Sở.', { section: 1 }),
  ]

  test.each([
    [1, []],
    [null, ['A03 Phụ lục']],
    [4, ['A03 Phụ lục']],
  ])('begin with %s', (pageNumberStart, expected) => {
    const sections = [section({ headers: header }), section({ index: 1, headers: header, pageNumberStart })]
    expect(rulesOf(annexed, {}, sections)).toEqual(expected)
  })
})

describe('letters', () => {
  test.each([
    [{ font: 'Arial' }, 'P03'],
    [{ colour: '0000FF' }, 'P04'],
    [{ text: '1. Kế hoạch áp dụng cho các phòng, đơn vị thuộc Sở.'.normalize('NFD') }, 'P06'],
    [{ text: '1. Kế hoạch áp dụng cho các phòng, Ðơn vị thuộc Sở.' }, 'P06'],
    [{ text: '1. KÕ ho¹ch ¸p dông cho c¸c phßng, ®¬n vÞ thuéc Së.', font: '.VnTime' }, 'P07'],
  ])('%o is %s', (change, rule) => {
    const found = rulesOf(changed(decision, '1. Kế hoạch', change))
    expect(found.map((each) => each.slice(0, 3))).toEqual([rule])
  })

  test('one wrong run is one finding of its paragraph, with its run', () => {
    const runs = [
      { text: '1. Kế hoạch ' },
      { text: 'áp dụng', font: 'Arial' },
      { text: ' cho các phòng.', font: 'Calibri' },
    ]
    expect(rulesOf(changed(decision, '1. Kế hoạch', { runs }))).toEqual([
      'P03 1. Kế hoạch áp dụng cho các phòng.',
    ])
  })

  test('a typeface of spaces and signs alone is not seen', () => {
    const runs = [{ text: '1. Kế hoạch áp dụng cho các phòng' }, { text: ' ;', font: 'Arial' }]
    expect(rulesOf(changed(decision, '1. Kế hoạch', { runs }))).toEqual([])
  })
})
