import type { Label } from '../../label.ts'

export const heldWord: readonly Label[] = [
  {
    id: 'held-word-1',
    producer: 'word',
    profile: 'state',
    at: '2026-09-04',
    kind: 'ke-hoach',
    about: 'a plan of a ward with lists that Word counts',
    damages: [
      {
        what: 'lines exactly 14 pt apart',
        changes: [{ do: 'paragraph', in: 'Ủy ban nhân dân phường ban hành', set: { exactPt: 14 } }],
        expect: [{ rule: 'B04', excerpt: 'Ủy ban nhân dân phường ban hành' }],
      },
      {
        what: 'no line below the issuing body',
        changes: [{ do: 'line', in: 'PHƯỜNG ĐÔNG KIỀU', share: 0 }],
        expect: [{ rule: 'H05' }],
      },
      {
        what: 'Phường before a plain name within a sentence',
        changes: [
          { do: 'words', in: 'Toàn bộ hộ gia đình', from: 'phường Đông Kiều', to: 'Phường Đông Kiều' },
        ],
        expect: [{ rule: 'C03', excerpt: 'Toàn bộ hộ gia đình' }],
      },
      {
        what: 'the position is not bold',
        changes: [{ do: 'run', in: 'CHỦ TỊCH', set: { bold: false } }],
        expect: [{ rule: 'S02', excerpt: 'CHỦ TỊCH' }],
        allow: ['S01'],
      },
    ],
  },
  {
    id: 'held-word-2',
    producer: 'word',
    profile: 'state',
    at: '2026-10-30',
    kind: 'cong-van',
    about: 'a reminder to several addressees',
    damages: [
      {
        what: 'a dash in the symbol',
        changes: [{ do: 'words', in: 'Số: 612/STC-QLNS', from: 'STC-QLNS', to: 'STC – QLNS' }],
        expect: [{ rule: 'H11', excerpt: 'Số: 612/STC' }],
        allow: ['H06'],
      },
      {
        what: 'a circular cited with a small letter',
        changes: [{ do: 'words', in: 'Thực hiện Thông tư số', from: 'Thông tư', to: 'thông tư' }],
        expect: [{ rule: 'C09', excerpt: 'Thực hiện thông tư số' }],
      },
      {
        what: 'the name of the State of size 14',
        changes: [{ do: 'run', in: 'CỘNG HÒA XÃ HỘI', set: { sizePt: 14 } }],
        expect: [{ rule: 'H01', excerpt: 'CỘNG HÒA XÃ HỘI' }],
        allow: ['H03'],
      },
      {
        what: 'a paragraph in Cambria',
        changes: [{ do: 'run', in: 'Sở Tài chính đề nghị các đơn vị', set: { font: 'Cambria' } }],
        expect: [{ rule: 'P03', excerpt: 'Sở Tài chính đề nghị các đơn vị' }],
      },
    ],
  },
  {
    id: 'held-word-3',
    producer: 'word',
    profile: 'party',
    at: '2026-12-04',
    kind: 'thong-bao',
    about: 'a notice of conclusions of a standing committee',
    damages: [
      {
        what: 'no dashes below the abstract',
        changes: [{ do: 'drop', in: '-----' }],
        expect: [{ rule: 'D04' }],
        allow: ['T05'],
      },
      {
        what: 'a zero is missing before the number',
        changes: [{ do: 'words', in: 'Số 09-TB/ĐU', from: '09', to: '9' }],
        expect: [{ rule: 'H06', excerpt: 'Số 9-TB/ĐU' }],
      },
      {
        what: 'a paragraph of size 13',
        changes: [{ do: 'run', in: 'Ban Thường vụ Đảng ủy yêu cầu', set: { sizePt: 13 } }],
        expect: [{ rule: 'B01', excerpt: 'Ban Thường vụ Đảng ủy yêu cầu' }],
      },
      {
        what: 'number and date have changed their sides',
        changes: [{ do: 'swap', in: 'Số 9-TB/ĐU', with: 'Hòa Lộc, ngày 04' }],
        expect: [{ rule: 'H10' }],
        allow: ['H10'],
      },
    ],
  },
  {
    id: 'held-word-4',
    producer: 'word',
    profile: 'state',
    at: '2026-01-23',
    kind: 'to-trinh',
    about: 'a proposal for a budget',
    damages: [
      {
        what: 'the kind is italic',
        changes: [{ do: 'run', in: 'TỜ TRÌNH', set: { italic: true } }],
        expect: [{ rule: 'T01', excerpt: 'TỜ TRÌNH' }],
      },
      {
        what: 'points without their d with a stroke',
        changes: [{ do: 'words', in: 'đ) Chi hoạt động', from: 'đ)', to: 'e)' }],
        expect: [{ rule: 'B08', excerpt: 'Chi hoạt động' }],
      },
      {
        what: 'no place and date',
        changes: [{ do: 'drop', in: 'Thanh Vân, ngày 23' }],
        expect: [{ rule: 'H09' }],
        allow: ['H07'],
      },
      {
        what: 'a clause cited with a capital',
        changes: [{ do: 'words', in: 'Theo điểm a khoản 1', from: 'điểm a khoản 1', to: 'Điểm a Khoản 1' }],
        expect: [{ rule: 'C08', excerpt: 'Theo Điểm a Khoản 1' }],
      },
    ],
  },
]
