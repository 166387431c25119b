import type { Label } from '../label.ts'

export const libreofficeParty: readonly Label[] = [
  {
    id: 'libreoffice-11',
    producer: 'libreoffice',
    profile: 'party',
    at: '2026-06-03',
    kind: 'quyet-dinh',
    about: 'a decision of a standing committee on one person',
    damages: [
      {
        what: 'the title is not bold',
        changes: [{ do: 'run', in: 'ĐẢNG CỘNG SẢN VIỆT NAM', set: { bold: false } }],
        expect: [{ rule: 'D01', excerpt: 'ĐẢNG CỘNG SẢN VIỆT NAM' }],
      },
      {
        what: 'a legal base that is not the last ends with a full stop',
        changes: [{ do: 'words', in: '- Căn cứ Điều lệ Đảng', from: 'Nam;', to: 'Nam.' }],
        expect: [{ rule: 'B06', excerpt: 'Căn cứ Điều lệ Đảng' }],
      },
      {
        what: 'a dash in place of a hyphen in the symbol',
        changes: [{ do: 'words', in: 'Số 312-QĐ/ĐU', from: '312-QĐ', to: '312–QĐ' }],
        expect: [{ rule: 'H11', excerpt: 'Số 312' }],
        allow: ['H06'],
      },
    ],
  },
  {
    id: 'libreoffice-12',
    producer: 'libreoffice',
    profile: 'party',
    at: '2026-07-21',
    kind: 'cong-van',
    about: 'a letter to several addressees',
    damages: [
      {
        what: 'the recipients do not begin with the addressees',
        changes: [{ do: 'drop', in: '- Như trên' }],
        expect: [{ rule: 'R03' }],
      },
      {
        what: 'Kính gửi of size 12',
        changes: [{ do: 'run', in: 'Kính gửi:', set: { sizePt: 12 } }],
        expect: [{ rule: 'R05', excerpt: 'Kính gửi' }],
      },
      {
        what: 'a month after February with a zero',
        changes: [{ do: 'words', in: 'Lam Giang, ngày 21', from: 'tháng 7', to: 'tháng 07' }],
        expect: [{ rule: 'H08', excerpt: 'Lam Giang, ngày 21' }],
        allow: ['H07'],
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
    ],
  },
  {
    id: 'libreoffice-13',
    producer: 'libreoffice',
    profile: 'party',
    at: '2026-10-28',
    kind: 'ket-luan',
    about: 'conclusions of a standing committee',
    damages: [
      {
        what: 'no star below the issuing body',
        changes: [{ do: 'drop', in: '*' }],
        expect: [{ rule: 'D03' }],
      },
      {
        what: 'the signature stands below the recipients',
        changes: [{ do: 'apart' }],
        expect: [{ rule: 'S03' }],
      },
      {
        what: 'Tỉnh before a plain name within a sentence',
        changes: [{ do: 'words', in: 'Kinh tế của tỉnh Lam Giang', from: 'tỉnh', to: 'Tỉnh' }],
        expect: [{ rule: 'C03', excerpt: 'Kinh tế của Tỉnh Lam Giang' }],
      },
      {
        what: 'place and date are bold',
        changes: [{ do: 'run', in: 'Lam Giang, ngày 28', set: { bold: true } }],
        expect: [{ rule: 'H07', excerpt: 'Lam Giang, ngày 28' }],
      },
    ],
  },
  {
    id: 'libreoffice-14',
    producer: 'libreoffice',
    profile: 'party',
    at: '2024-08-09',
    kind: 'huong-dan',
    about: 'a guidance of a provincial commission under the older guidance on form',
    damages: [
      {
        what: 'no dashes below the abstract',
        changes: [{ do: 'drop', in: '-----' }],
        expect: [{ rule: 'D04' }],
        allow: ['T05'],
      },
      {
        what: 'a paragraph in TCVN3 letters',
        changes: [{ do: 'encode', in: 'Các cấp ủy tổ chức', as: 'tcvn3' }],
        expect: [{ rule: 'P07' }],
        allow: ['P03', 'C01'],
      },
      {
        what: 'point d) follows b)',
        changes: [{ do: 'words', in: 'c) Đánh giá kết quả', from: 'c)', to: 'd)' }],
        expect: [{ rule: 'B08', excerpt: 'Đánh giá kết quả' }],
      },
    ],
  },
  {
    id: 'libreoffice-15',
    producer: 'libreoffice',
    profile: 'party',
    at: '2026-01-19',
    kind: 'chuong-trinh',
    about: 'a programme of action under the older guidance on form',
    damages: [
      {
        what: 'the name of the signer is not bold',
        changes: [{ do: 'run', in: 'Lâm Quốc Việt', set: { bold: false } }],
        expect: [{ rule: 'S02', excerpt: 'Lâm Quốc Việt' }],
      },
      {
        what: 'the line below the title half as long as the words',
        changes: [{ do: 'line', in: 'ĐẢNG CỘNG SẢN VIỆT NAM', share: 0.5 }],
        expect: [{ rule: 'H03' }],
      },
      {
        what: 'the capital city as any other',
        changes: [{ do: 'words', in: 'Học tập kinh nghiệm của Thủ đô', from: 'Thủ đô', to: 'thủ đô' }],
        expect: [{ rule: 'C05', excerpt: 'Học tập kinh nghiệm của thủ đô' }],
      },
      {
        what: 'a Roman heading is not bold',
        changes: [{ do: 'run', in: 'II- NHIỆM VỤ', set: { bold: false } }],
        expect: [{ rule: 'B10', excerpt: 'II- NHIỆM VỤ' }],
      },
    ],
  },
  {
    id: 'libreoffice-16',
    producer: 'libreoffice',
    profile: 'party',
    at: '2026-11-06',
    kind: 'to-trinh',
    about: 'a proposal to a higher committee',
    damages: [
      {
        what: 'the recipients of size 14',
        changes: [{ do: 'run', in: '- Các đồng chí Ủy viên', set: { sizePt: 14 } }],
        expect: [{ rule: 'R02', excerpt: '- Các đồng chí Ủy viên' }],
      },
      {
        what: 'the feast of mid-autumn without its capital',
        changes: [{ do: 'words', in: 'Tổ chức vui tết Trung thu', from: 'Trung thu', to: 'trung thu' }],
        expect: [{ rule: 'C10', excerpt: 'Tổ chức vui tết trung thu' }],
      },
      {
        what: 'an article cited with a small letter',
        changes: [{ do: 'words', in: 'Theo khoản 3 Điều 9', from: 'khoản 3 Điều 9', to: 'Khoản 3 điều 9' }],
        expect: [{ rule: 'C08', excerpt: 'Theo Khoản 3 điều 9' }],
      },
      {
        what: 'first line indented by 20 mm',
        changes: [{ do: 'paragraph', in: 'Ban Thường vụ Đảng ủy phường kính', set: { firstLineMm: 20 } }],
        expect: [{ rule: 'B03', excerpt: 'Ban Thường vụ Đảng ủy phường kính' }],
      },
      {
        what: 'a paragraph in Calibri',
        changes: [{ do: 'run', in: 'Tổng kinh phí dự kiến', set: { font: 'Calibri' } }],
        expect: [{ rule: 'P03', excerpt: 'Tổng kinh phí dự kiến' }],
      },
    ],
  },
]
