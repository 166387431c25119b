import type { Label } from '../label.ts'

export const docxParty: readonly Label[] = [
  {
    id: 'docx-11',
    producer: 'docx',
    profile: 'party',
    at: '2026-06-15',
    kind: 'quyet-dinh',
    about: 'a decision of a provincial committee with articles',
    damages: [
      {
        what: 'no star below the issuing body',
        changes: [{ do: 'drop', in: '*' }],
        expect: [{ rule: 'D03' }],
      },
      {
        what: 'the authority of the State in a document of the Party',
        changes: [{ do: 'words', in: 'T/M BAN THƯỜNG VỤ', from: 'T/M', to: 'TM.' }],
        expect: [{ rule: 'S01', excerpt: 'TM. BAN THƯỜNG VỤ' }],
      },
      {
        what: 'spaces about the hyphen of the number',
        changes: [{ do: 'words', in: 'Số 127-QĐ/TU', from: '127-QĐ', to: '127 - QĐ' }],
        expect: [{ rule: 'H11', excerpt: 'Số 127 - QĐ/TU' }],
        allow: ['H06'],
      },
      {
        what: 'an article is not bold',
        changes: [{ do: 'run', in: 'Điều 2.', words: 'Điều 2.', set: { bold: false } }],
        expect: [{ rule: 'B07', excerpt: 'Điều 2.' }],
      },
      {
        what: 'the title of size 13',
        changes: [{ do: 'run', in: 'ĐẢNG CỘNG SẢN VIỆT NAM', set: { sizePt: 13 } }],
        expect: [{ rule: 'D01', excerpt: 'ĐẢNG CỘNG SẢN VIỆT NAM' }],
        allow: ['H03'],
      },
    ],
  },
  {
    id: 'docx-12',
    producer: 'docx',
    profile: 'party',
    at: '2026-07-02',
    kind: 'cong-van',
    about: 'a letter of an office to several addressees',
    damages: [
      {
        what: 'the abstract is upright',
        changes: [{ do: 'run', in: 'về việc chuẩn bị', set: { italic: false } }],
        expect: [{ rule: 'T04', excerpt: 'về việc chuẩn bị' }],
      },
      {
        what: 'the name of the State beside the title of the Party',
        changes: [
          {
            do: 'add',
            before: 'ĐẢNG CỘNG SẢN VIỆT NAM',
            text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
            like: 'ĐẢNG CỘNG SẢN VIỆT NAM',
          },
        ],
        expect: [{ rule: 'D02' }],
        allow: ['D01', 'H10'],
      },
      {
        what: 'Nơi nhận is not underlined',
        changes: [{ do: 'run', in: 'Nơi nhận:', set: { underline: false } }],
        expect: [{ rule: 'R01', excerpt: 'Nơi nhận' }],
      },
    ],
  },
  {
    id: 'docx-13',
    producer: 'docx',
    profile: 'party',
    at: '2026-08-20',
    kind: 'bao-cao',
    about: 'a report of a commune committee with headings I- and 1.',
    damages: [
      {
        what: 'no dashes below the abstract',
        changes: [{ do: 'drop', in: '-----' }],
        expect: [{ rule: 'D04' }],
        allow: ['T05'],
      },
      {
        what: 'right margin 20 mm',
        changes: [{ do: 'page', section: 1, marginsMm: { right: 20 } }],
        expect: [{ rule: 'P02' }],
      },
      {
        what: 'a paragraph of size 12',
        changes: [{ do: 'run', in: 'Ban Chấp hành Đảng bộ xã đã', set: { sizePt: 12 } }],
        expect: [{ rule: 'B01', excerpt: 'Ban Chấp hành Đảng bộ xã đã' }],
      },
      {
        what: 'the People without the capital',
        changes: [{ do: 'words', in: 'Niềm tin của Nhân dân', from: 'Nhân dân', to: 'nhân dân' }],
        expect: [{ rule: 'C07', excerpt: 'Niềm tin của nhân dân' }],
      },
    ],
  },
  {
    id: 'docx-14',
    producer: 'docx',
    profile: 'party',
    at: '2025-03-14',
    kind: 'thong-bao',
    about: 'a notice of a control commission under the older guidance',
    damages: [
      {
        what: 'a number below ten without its zero',
        changes: [{ do: 'words', in: 'Số 05-TB/UBKTTU', from: '05', to: '5' }],
        expect: [{ rule: 'H06', excerpt: 'Số 5-TB/UBKTTU' }],
      },
      {
        what: 'no line below the title of the Party',
        changes: [{ do: 'line', in: 'ĐẢNG CỘNG SẢN VIỆT NAM', share: 0 }],
        expect: [{ rule: 'H03' }],
      },
      {
        what: 'a paragraph in VNI letters',
        changes: [{ do: 'encode', in: 'Kỳ họp đã thống nhất', as: 'vni' }],
        expect: [{ rule: 'P07' }],
        allow: ['P03', 'C01'],
      },
    ],
  },
  {
    id: 'docx-15',
    producer: 'docx',
    profile: 'party',
    at: '2025-12-30',
    kind: 'nghi-quyet',
    about: 'a resolution of a commune committee signed by a deputy secretary for the committee',
    damages: [
      {
        what: 'double line spacing',
        changes: [{ do: 'paragraph', in: 'Hội nghị Đảng ủy xã thống nhất', set: { lines: 2 } }],
        expect: [{ rule: 'B04', excerpt: 'Hội nghị Đảng ủy xã thống nhất' }],
      },
      {
        what: 'the position is bold',
        changes: [{ do: 'run', in: 'PHÓ BÍ THƯ', set: { bold: true } }],
        expect: [{ rule: 'S02', excerpt: 'PHÓ BÍ THƯ' }],
      },
      {
        what: 'the kind of size 18',
        changes: [{ do: 'run', in: 'NGHỊ QUYẾT', set: { sizePt: 18 } }],
        expect: [{ rule: 'T01', excerpt: 'NGHỊ QUYẾT' }],
      },
      {
        what: 'the family name of a person without its capital',
        changes: [{ do: 'words', in: 'đồng chí Nguyễn Thị Hồng Thắm', from: 'Nguyễn', to: 'nguyễn' }],
        expect: [{ rule: 'C02', excerpt: 'Giao đồng chí nguyễn' }],
      },
    ],
  },
  {
    id: 'docx-16',
    producer: 'docx',
    profile: 'party',
    at: '2026-09-25',
    kind: 'ke-hoach',
    about: 'a plan with one annex',
    damages: [
      {
        what: 'letters and marks apart',
        changes: [{ do: 'encode', in: 'Nâng cao nhận thức', as: 'nfd' }],
        expect: [{ rule: 'P06' }],
      },
      {
        what: 'number and date have changed their sides',
        changes: [{ do: 'swap', in: 'Số 41-KH/TU', with: 'Lam Giang, ngày 25' }],
        expect: [{ rule: 'H10' }],
        allow: ['H10'],
      },
      {
        what: 'the label of the annex is not bold',
        changes: [{ do: 'run', in: 'Phụ lục', set: { bold: false } }],
        expect: [{ rule: 'A02', excerpt: 'Phụ lục' }],
      },
      {
        what: 'an academic title before the name of the signer',
        changes: [{ do: 'words', in: 'Phan Trọng Nghĩa', from: 'Phan', to: 'TS. Phan' }],
        expect: [{ rule: 'S04', excerpt: 'TS. Phan Trọng Nghĩa' }],
        allow: ['S02'],
      },
    ],
  },
]
