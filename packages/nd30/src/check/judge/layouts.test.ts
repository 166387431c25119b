import { describe, expect, test } from 'vitest'
import type { BlockWish, ParagraphWish } from '../testing/hand-built.ts'
import { rulesOf } from '../testing/rules-of.ts'
import {
  abstract,
  body,
  country,
  decision,
  footTable,
  issued,
  issuer,
  kindLine,
  letter,
  lineBelow,
  motto,
  number,
  recipients,
  signature,
  superior,
} from '../testing/state-documents.ts'

const text = decision.slice(1, -1)
const foot = decision.slice(-1)
const tabbed = (left: ParagraphWish, right: ParagraphWish): ParagraphWish => ({
  runs: [
    { ...left, text: left.text ?? '' },
    { text: '\t', size: 12 },
    { ...right, text: right.text ?? '' },
  ],
  shapes: [...(left.shapes ?? []), ...(right.shapes ?? [])],
})
const rule = { bottom: { style: 'single', size: 4, colour: 'auto' } }

// The form says where things stand on the page, not how a file puts them there.
describe('a sound document stays sound', () => {
  const heads: readonly (readonly [string, readonly BlockWish[]])[] = [
    [
      'a head with a row for each line',
      [
        {
          rows: [
            [[superior], [country]],
            [[issuer], [motto]],
            [[number], [issued]],
          ],
        },
      ],
    ],
    [
      'a head in two tables',
      [
        {
          rows: [
            [
              [superior, issuer],
              [country, motto],
            ],
          ],
        },
        { rows: [[[number], [issued]]] },
      ],
    ],
    [
      'a head with an empty column between',
      [{ rows: [[[superior, issuer, number], [{}], [country, motto, issued]]] }],
    ],
    ['a head made with tabs', [tabbed(superior, country), tabbed(issuer, motto), {}, tabbed(number, issued)]],
    [
      'a head whose columns are both set by tabs',
      [
        [superior, country],
        [issuer, motto],
        [number, issued],
      ].map(([left = {}, right = {}]) => {
        const both = tabbed(left, right)
        return { ...both, runs: [{ text: '\t', size: 12 }, ...(both.runs ?? [])] }
      }),
    ],
    [
      'lines as borders of empty paragraphs',
      [
        {
          rows: [
            [
              [superior, { ...issuer, shapes: [] }, { borders: rule, left: 1500 }, number],
              [country, { ...motto, shapes: [] }, { borders: rule, left: 500 }, issued],
            ],
          ],
        },
      ],
    ],
    [
      'a line in an empty paragraph',
      [
        {
          rows: [
            [
              [superior, { ...issuer, shapes: [] }, { ...issuer, text: '' }, number],
              [country, { ...motto, shapes: [] }, { ...motto, text: '' }, issued],
            ],
          ],
        },
      ],
    ],
    [
      'a long name over two lines',
      [
        {
          rows: [
            [
              [
                superior,
                { ...issuer, text: 'TRUNG TÂM DỊCH VỤ', shapes: [] },
                lineBelow({ ...issuer, text: 'HÀNH CHÍNH CÔNG', shapes: [] }, 0.4),
                number,
              ],
              [country, motto, issued],
            ],
          ],
        },
      ],
    ],
    [
      'a body of its own, without one above',
      [
        {
          rows: [
            [
              [
                { ...issuer, text: 'ỦY BAN NHÂN DÂN', shapes: [] },
                lineBelow({ ...issuer, text: 'TỈNH BẮC GIANG', shapes: [] }, 0.4),
                number,
              ],
              [country, motto, issued],
            ],
          ],
        },
      ],
    ],
  ]

  test.each(heads)('%s', (_, head) => {
    expect(rulesOf([...head, ...text, ...foot])).toEqual([])
  })

  const name = signature.at(-1) ?? {}
  const feet: readonly (readonly [string, readonly BlockWish[]])[] = [
    [
      'a foot with rows',
      [
        {
          rows: [
            [recipients.slice(0, 1), signature.slice(0, 2)],
            [recipients.slice(1), [name]],
          ],
        },
      ],
    ],
    ['a foot with an empty column between', [{ rows: [[recipients, [{}], signature]] }]],
    [
      'position and name in one paragraph',
      [footTable(recipients, [{ ...signature[0], text: 'GIÁM ĐỐC\n\n\nNguyễn Thị Minh Hạnh' }])],
    ],
    [
      'recipients in one paragraph',
      [
        footTable(
          [
            recipients[0] ?? {},
            { size: 11, text: '- Như Điều 3;\n- UBND tỉnh (để b/c);\n- Lưu: VT, TCCB (5).' },
          ],
          signature,
        ),
      ],
    ],
    [
      'a recipient over two paragraphs',
      [
        footTable(
          [
            ...recipients.slice(0, 2),
            { size: 11, text: '- Ban Chỉ đạo chuyển đổi số' },
            { size: 11, text: 'của tỉnh (để b/c);' },
            { size: 11, text: '- Lưu: VT, TCCB (5).' },
          ],
          signature,
        ),
      ],
    ],
    [
      'three lines of authority',
      [
        footTable(recipients, [
          { ...signature[0], text: 'TM. ỦY BAN NHÂN DÂN' },
          { ...signature[0], text: 'KT. CHỦ TỊCH' },
          { ...signature[0], text: 'PHÓ CHỦ TỊCH' },
          {},
          name,
        ]),
      ],
    ],
    ['an acting head', [footTable(recipients, [{ ...signature[0], text: 'Q. GIÁM ĐỐC' }, {}, name])]],
    [
      'remarks of who signed',
      [
        footTable(recipients, [
          ...signature.slice(0, 2),
          { text: '(Đã ký)', align: 'center', italic: true },
          name,
        ]),
      ],
    ],
  ]

  test.each(feet)('%s', (_, own) => {
    expect(rulesOf([...decision.slice(0, -1), ...own])).toEqual([])
  })

  test('a letter to one addressee, with its label and him in a table', () => {
    const rest = letter.slice(5)
    const one = [...letter.slice(0, 2), { text: 'Kính gửi: Bộ Nội vụ', align: 'center' as const }, ...rest]
    expect(rulesOf(one)).toEqual([])
    const table = {
      rows: [[[{ text: 'Kính gửi:' }], [{ text: '- Bộ Nội vụ;' }, { text: '- Các sở, ban, ngành.' }]]],
    }
    expect(rulesOf([...letter.slice(0, 2), table, ...rest])).toEqual([])
  })

  test('a report with headings, a table and its caption', () => {
    const report = [
      {
        rows: [
          [
            [superior, issuer, { ...number, text: 'Số: 105/BC-SNV' }],
            [country, motto, issued],
          ],
        ],
      },
      kindLine('BÁO CÁO'),
      abstract('Kết quả công tác văn thư quý I năm 2024'),
      { text: 'Kính gửi: Ủy ban nhân dân tỉnh', align: 'center' as const },
      body('Sở Nội vụ báo cáo kết quả như sau:'),
      body('I. KẾT QUẢ', { bold: true }),
      body('1. Công tác chỉ đạo', { bold: true }),
      body('Sở đã ban hành 05 văn bản.'),
      body('a) Văn bản đi: 120 văn bản;'),
      body('b) Văn bản đến: 340 văn bản.'),
      { text: 'Bảng 1. Số liệu', align: 'center' as const, bold: true, after: 120 },
      { rows: [[[{ text: 'TT', size: 12 }], [{ text: 'Số lượng', size: 12 }]]], bordered: true },
      body('II. KIẾN NGHỊ', { bold: true }),
      body('Sở không có kiến nghị gì./.'),
      footTable(
        [recipients[0] ?? {}, { text: '- Như trên;', size: 11 }, { text: '- Lưu: VT.', size: 11 }],
        signature,
      ),
    ]
    expect(rulesOf(report)).toEqual([])
  })
})
