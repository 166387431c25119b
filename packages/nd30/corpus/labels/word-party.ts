import type { Label } from '../label.ts'

export const wordParty: readonly Label[] = [
  {
    id: 'word-11',
    producer: 'word',
    profile: 'party',
    at: '2026-06-08',
    kind: 'quyet-dinh',
    about: 'a decision of an agency committee with articles',
    damages: [
      {
        what: 'the title of the Party is wrong by a letter',
        changes: [
          {
            do: 'words',
            in: 'ĐẢNG CỘNG SẢN VIỆT NAM',
            from: 'ĐẢNG CỘNG SẢN VIỆT NAM',
            to: 'ĐẢNG CỘNG SẢN VIÊT NAM',
          },
        ],
        expect: [{ rule: 'D01' }],
        allow: ['H09', 'H03'],
      },
      {
        what: 'an article is not bold',
        changes: [{ do: 'run', in: 'Điều 1.', words: 'Điều 1.', set: { bold: false } }],
        expect: [{ rule: 'B07', excerpt: 'Điều 1.' }],
      },
      {
        what: 'the authority of the State in a document of the Party',
        changes: [{ do: 'words', in: 'T/M BAN THƯỜNG VỤ', from: 'T/M', to: 'TM.' }],
        expect: [{ rule: 'S01', excerpt: 'TM. BAN THƯỜNG VỤ' }],
      },
      {
        what: 'a paragraph without a gap',
        changes: [
          { do: 'paragraph', in: 'Điều 2.', set: { beforePt: 0, afterPt: 0 } },
          { do: 'paragraph', in: 'Điều 3.', set: { beforePt: 0, afterPt: 0 } },
        ],
        expect: [{ rule: 'B05', excerpt: 'Điều 2.' }],
        allow: ['B05'],
      },
    ],
  },
  {
    id: 'word-12',
    producer: 'word',
    profile: 'party',
    at: '2026-08-31',
    kind: 'cong-van',
    about: 'a letter to one addressee',
    damages: [
      {
        what: 'spaces about the hyphen of the number',
        changes: [{ do: 'words', in: 'Số 234-CV/VPTU', from: '234-CV', to: '234 -CV' }],
        expect: [{ rule: 'H11', excerpt: 'Số 234 -CV/VPTU' }],
        allow: ['H06'],
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
        what: 'the abstract of size 14',
        changes: [{ do: 'run', in: 'về việc cung cấp', set: { sizePt: 14 } }],
        expect: [{ rule: 'T04', excerpt: 'về việc cung cấp' }],
      },
      {
        what: 'the recipients do not begin with the addressees',
        changes: [{ do: 'drop', in: '- Như trên' }],
        expect: [{ rule: 'R03' }],
      },
    ],
  },
  {
    id: 'word-13',
    producer: 'word',
    profile: 'party',
    at: '2026-07-10',
    kind: 'bao-cao',
    about: 'a report with headings I-, 1. and a)',
    damages: [
      {
        what: 'no star below the issuing body',
        changes: [{ do: 'drop', in: '*' }],
        expect: [{ rule: 'D03' }],
      },
      {
        what: 'no dashes below the abstract',
        changes: [{ do: 'drop', in: '-----' }],
        expect: [{ rule: 'D04' }],
        allow: ['T05'],
      },
      {
        what: 'Nơi nhận is bold and italic as in documents of the State',
        changes: [{ do: 'run', in: 'Nơi nhận:', set: { bold: true, italic: true, underline: false } }],
        expect: [{ rule: 'R01', excerpt: 'Nơi nhận' }],
      },
      {
        what: 'a paragraph in VNI letters',
        changes: [{ do: 'encode', in: 'Công tác phát triển đảng viên', as: 'vni' }],
        expect: [{ rule: 'P07' }],
        allow: ['P03', 'C01'],
      },
    ],
  },
  {
    id: 'word-14',
    producer: 'word',
    profile: 'party',
    at: '2023-05-19',
    kind: 'quy-dinh',
    about: 'a regulation under the older guidance on form, in chapters and articles, its symbol QĐi',
    damages: [
      {
        what: 'a slash after the number as in documents of the State',
        changes: [{ do: 'words', in: 'Số 07-QĐi/TU', from: '07-QĐi/TU', to: '07/QĐi-TU' }],
        expect: [{ rule: 'H06', excerpt: 'Số 07/QĐi-TU' }],
        allow: ['H11', 'T03'],
      },
      {
        what: 'the number of a chapter is not bold',
        changes: [{ do: 'run', in: 'Chương II', set: { bold: false } }],
        expect: [{ rule: 'B10', excerpt: 'Chương II' }],
      },
      {
        what: 'double line spacing',
        changes: [{ do: 'paragraph', in: 'Cấp ủy các cấp chịu', set: { lines: 2 } }],
        expect: [{ rule: 'B04', excerpt: 'Cấp ủy các cấp chịu' }],
      },
      {
        what: 'the State without its capital',
        changes: [
          { do: 'words', in: 'Điều lệ Đảng và quy định của Nhà nước', from: 'Nhà nước', to: 'nhà nước' },
        ],
        expect: [{ rule: 'C07', excerpt: 'Việc xử lý phải đúng' }],
      },
    ],
  },
  {
    id: 'word-15',
    producer: 'word',
    profile: 'party',
    at: '2026-04-17',
    kind: 'thong-tri',
    about: 'a circular of a standing committee under the older guidance on form',
    damages: [
      {
        what: 'number and date have changed their sides',
        changes: [{ do: 'swap', in: 'Số 14-TT/TU', with: 'Lam Giang, ngày 17' }],
        expect: [{ rule: 'H10' }],
        allow: ['H10'],
      },
      {
        what: 'the symbol of a notice on a circular',
        changes: [{ do: 'words', in: '14-TT/TU', from: '14-TT', to: '14-TB' }],
        expect: [{ rule: 'T03', excerpt: 'Số 14-TB/TU' }],
        allow: ['T03'],
      },
      {
        what: 'the abstract is not bold',
        changes: [{ do: 'run', in: 'về việc lãnh đạo', set: { bold: false } }],
        expect: [{ rule: 'T02', excerpt: 'về việc lãnh đạo' }],
      },
      {
        what: 'a deputy head of office signs without K/T',
        changes: [{ do: 'drop', in: 'K/T CHÁNH VĂN PHÒNG' }],
        expect: [{ rule: 'S05' }],
        allow: ['S01'],
      },
    ],
  },
  {
    id: 'word-16',
    producer: 'word',
    profile: 'party',
    at: '2026-09-17',
    kind: 'bien-ban',
    about: 'minutes of a conference with two signatures',
    damages: [
      {
        what: 'the names of the bodies are missing',
        changes: [
          { do: 'drop', in: '*' },
          { do: 'drop', in: 'ĐẢNG ỦY PHƯỜNG ĐÔNG KIỀU' },
          { do: 'drop', in: 'ĐẢNG BỘ TỈNH LAM GIANG' },
        ],
        expect: [{ rule: 'H09' }],
        allow: ['D03', 'H04', 'H10'],
      },
      {
        what: 'a few words of size 12',
        changes: [
          { do: 'run', in: 'Đồng chí chủ trì kết luận', words: 'giao Văn phòng', set: { sizePt: 12 } },
        ],
        expect: [{ rule: 'B01', excerpt: 'Đồng chí chủ trì kết luận' }],
      },
      {
        what: 'Thành phố Hồ Chí Minh as any other city',
        changes: [
          {
            do: 'words',
            in: 'Đoàn tham quan mô hình',
            from: 'Thành phố Hồ Chí Minh',
            to: 'thành phố Hồ Chí Minh',
          },
        ],
        expect: [{ rule: 'C05', excerpt: 'Đoàn tham quan mô hình' }],
      },
      {
        what: 'a law cited without the capital of its kind',
        changes: [
          { do: 'words', in: 'Thực hiện Luật Thanh niên', from: 'Luật Thanh niên', to: 'luật Thanh niên' },
        ],
        expect: [{ rule: 'C09', excerpt: 'Thực hiện luật Thanh niên' }],
      },
    ],
  },
]
