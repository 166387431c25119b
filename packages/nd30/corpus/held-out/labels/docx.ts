import type { Label } from '../../label.ts'

export const heldDocx: readonly Label[] = [
  {
    id: 'held-docx-1',
    producer: 'docx',
    profile: 'state',
    at: '2026-07-24',
    kind: 'quyet-dinh',
    about: 'a decision of a hospital that ends the work of a council',
    damages: [
      {
        what: 'a legal base without its semicolon',
        changes: [{ do: 'words', in: 'Căn cứ Luật Khám bệnh', from: '2023;', to: '2023' }],
        expect: [{ rule: 'B06', excerpt: 'Căn cứ Luật Khám bệnh' }],
      },
      {
        what: 'the issuing body is upright and not bold',
        changes: [{ do: 'run', in: 'BỆNH VIỆN ĐA KHOA', set: { bold: false } }],
        expect: [{ rule: 'H04', excerpt: 'BỆNH VIỆN ĐA KHOA' }],
      },
      {
        what: 'bottom margin 30 mm',
        changes: [{ do: 'page', section: 1, marginsMm: { bottom: 30 } }],
        expect: [{ rule: 'P02' }],
      },
      {
        what: 'the title of a doctor before the name',
        changes: [{ do: 'words', in: 'Trịnh Đình Khôi', from: 'Trịnh', to: 'BS. Trịnh' }],
        expect: [{ rule: 'S04', excerpt: 'BS. Trịnh Đình Khôi' }],
        allow: ['S02'],
      },
      {
        what: 'an article without its dot',
        changes: [{ do: 'words', in: 'Điều 2.', from: 'Điều 2.', to: 'Điều 2' }],
        expect: [{ rule: 'B07', excerpt: 'Điều 2' }],
      },
    ],
  },
  {
    id: 'held-docx-2',
    producer: 'docx',
    profile: 'state',
    at: '2026-04-09',
    kind: 'cong-van',
    about: 'an answer to a citizen',
    damages: [
      {
        what: 'number and symbol are italic',
        changes: [{ do: 'run', in: 'Số: 77/UBND-VHXH', set: { italic: true } }],
        expect: [{ rule: 'H06', excerpt: 'Số: 77/UBND-VHXH' }],
      },
      {
        what: 'April with a zero',
        changes: [{ do: 'words', in: 'Hòa Lộc, ngày 09', from: 'tháng 4', to: 'tháng 04' }],
        expect: [{ rule: 'H08', excerpt: 'Hòa Lộc, ngày 09' }],
        allow: ['H07'],
      },
      {
        what: 'the recipients do not begin with the addressee',
        changes: [{ do: 'drop', in: '- Như trên;' }],
        expect: [{ rule: 'R03' }],
      },
      {
        what: 'a gap of 3 pt',
        changes: [
          { do: 'paragraph', in: 'Qua kiểm tra hồ sơ', set: { beforePt: 0, afterPt: 3 } },
          { do: 'paragraph', in: 'Đề nghị bà liên hệ', set: { beforePt: 0, afterPt: 6 } },
        ],
        expect: [{ rule: 'B05', excerpt: 'Qua kiểm tra hồ sơ' }],
        allow: ['B05'],
      },
    ],
  },
  {
    id: 'held-docx-3',
    producer: 'docx',
    profile: 'party',
    at: '2026-10-20',
    kind: 'nghi-quyet',
    about: 'a resolution of a provincial committee',
    damages: [
      {
        what: 'the star has become a line of hyphens',
        changes: [{ do: 'words', in: '*', from: '*', to: '-------' }],
        expect: [{ rule: 'D03' }],
      },
      {
        what: 'the People without the capital',
        changes: [{ do: 'words', in: 'Phát huy quyền làm chủ của', from: 'Nhân dân', to: 'nhân dân' }],
        expect: [{ rule: 'C07', excerpt: 'Phát huy quyền làm chủ của' }],
      },
      {
        what: 'a Roman heading in small letters',
        changes: [{ do: 'words', in: 'III- TỔ CHỨC', from: 'TỔ CHỨC THỰC HIỆN', to: 'Tổ chức thực hiện' }],
        expect: [{ rule: 'B10', excerpt: 'III- Tổ chức' }],
      },
      {
        what: 'the authority is not bold',
        changes: [{ do: 'run', in: 'T/M TỈNH ỦY', set: { bold: false } }],
        expect: [{ rule: 'S01', excerpt: 'T/M TỈNH ỦY' }],
      },
    ],
  },
  {
    id: 'held-docx-4',
    producer: 'docx',
    profile: 'state',
    at: '2026-11-03',
    kind: 'chuong-trinh',
    about: 'a programme with an annex',
    damages: [
      {
        what: 'the annex is not at the middle',
        changes: [{ do: 'paragraph', in: 'Phụ lục', set: { align: 'left' } }],
        expect: [{ rule: 'A02', excerpt: 'Phụ lục' }],
      },
      {
        what: 'page numbers of size 10',
        changes: [{ do: 'page-number', section: 1, set: { sizePt: 10 } }],
        expect: [{ rule: 'P05' }],
        allow: ['P05'],
      },
      {
        what: 'a paragraph in red letters',
        changes: [{ do: 'run', in: 'Phấn đấu đến hết năm', set: { colour: 'C00000' } }],
        expect: [{ rule: 'P04', excerpt: 'Phấn đấu đến hết năm' }],
      },
      {
        what: 'a department without the capital of its field',
        changes: [{ do: 'words', in: 'Sở Giáo dục và Đào tạo chủ trì', from: 'Giáo dục', to: 'giáo dục' }],
        expect: [{ rule: 'C06', excerpt: 'Sở giáo dục và Đào tạo chủ trì' }],
      },
    ],
  },
]
