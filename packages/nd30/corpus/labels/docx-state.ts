import type { Label } from '../label.ts'

export const docxState: readonly Label[] = [
  {
    id: 'docx-01',
    producer: 'docx',
    profile: 'state',
    at: '2026-03-09',
    kind: 'quyet-dinh',
    about: 'a province issues a regulation that follows the signature, with chapters and articles of its own',
    damages: [
      {
        what: 'left margin 25 mm',
        changes: [{ do: 'page', section: 1, marginsMm: { left: 25 } }],
        expect: [{ rule: 'P02' }],
      },
      {
        what: 'no line below the motto',
        changes: [{ do: 'line', in: 'Độc lập - Tự do', share: 0 }],
        expect: [{ rule: 'H03' }],
      },
      {
        what: 'a legal base is upright',
        changes: [{ do: 'run', in: 'Căn cứ Nghị định số 30/2020/NĐ-CP', set: { italic: false } }],
        expect: [{ rule: 'B06', excerpt: 'Căn cứ Nghị định số 30/2020/NĐ-CP' }],
      },
      {
        what: 'point e) follows d)',
        changes: [{ do: 'words', in: 'đ) Báo cáo kết quả', from: 'đ)', to: 'e)' }],
        expect: [{ rule: 'B08', excerpt: 'Báo cáo kết quả' }],
      },
      {
        what: 'the number of a chapter stands at the left',
        changes: [{ do: 'paragraph', in: 'Chương II', set: { align: 'left' } }],
        expect: [{ rule: 'B10', excerpt: 'Chương II' }],
      },
      {
        what: 'a department without the capital of its field',
        changes: [{ do: 'words', in: 'phối hợp với Sở Tài chính', from: 'Sở Tài chính', to: 'Sở tài chính' }],
        expect: [{ rule: 'C06', excerpt: 'Văn phòng Ủy ban nhân dân tỉnh chủ trì' }],
      },
    ],
  },
  {
    id: 'docx-02',
    producer: 'docx',
    profile: 'state',
    at: '2026-01-12',
    kind: 'cong-van',
    about: 'a letter of a department to several addressees',
    damages: [
      {
        what: 'the superior body is bold',
        changes: [{ do: 'run', in: 'ỦY BAN NHÂN DÂN TỈNH LAM GIANG', set: { bold: true } }],
        expect: [{ rule: 'H04', excerpt: 'ỦY BAN NHÂN DÂN TỈNH LAM GIANG' }],
      },
      {
        what: 'January without its zero',
        changes: [{ do: 'words', in: 'Lam Giang, ngày 12', from: 'tháng 01', to: 'tháng 1' }],
        expect: [{ rule: 'H08', excerpt: 'Lam Giang, ngày 12' }],
        allow: ['H07'],
      },
      {
        what: 'the last addressee ends with a semicolon',
        changes: [{ do: 'words', in: '- Ủy ban nhân dân các xã, phường.', from: 'phường.', to: 'phường;' }],
        expect: [{ rule: 'R05', excerpt: 'Ủy ban nhân dân các xã, phường' }],
      },
      {
        what: 'the recipients do not begin with the addressees',
        changes: [{ do: 'drop', in: '- Như trên;' }],
        expect: [{ rule: 'R03' }],
      },
      {
        what: 'abstract of size 14',
        changes: [{ do: 'run', in: 'V/v báo cáo kết quả', set: { sizePt: 14 } }],
        expect: [{ rule: 'T04', excerpt: 'V/v báo cáo kết quả' }],
      },
      {
        what: 'ends with a full stop alone',
        changes: [{ do: 'words', in: 'xem xét, chỉ đạo./.', from: './.', to: '.' }],
        expect: [{ rule: 'B09' }],
      },
    ],
  },
  {
    id: 'docx-03',
    producer: 'docx',
    profile: 'state',
    at: '2026-05-05',
    kind: 'cong-van',
    about: 'a letter to one addressee, signed by authorisation, exact line spacing',
    damages: [
      {
        what: 'no colon after Số',
        changes: [{ do: 'words', in: 'Số: 1024/SYT-NVY', from: 'Số:', to: 'Số' }],
        expect: [{ rule: 'H06', excerpt: 'Số 1024/SYT-NVY' }],
      },
      {
        what: 'a paragraph in Arial',
        changes: [{ do: 'run', in: 'Sở Y tế đã tổ chức', set: { font: 'Arial' } }],
        expect: [{ rule: 'P03', excerpt: 'Sở Y tế đã tổ chức' }],
      },
      {
        what: 'Thành phố Hồ Chí Minh as any other city',
        changes: [
          {
            do: 'words',
            in: 'Đoàn công tác gồm bác sĩ',
            from: 'Thành phố Hồ Chí Minh',
            to: 'thành phố Hồ Chí Minh',
          },
        ],
        expect: [{ rule: 'C05', excerpt: 'Đoàn công tác gồm bác sĩ' }],
      },
      {
        what: 'the name of the signer in capitals',
        changes: [
          { do: 'words', in: 'Đoàn Thị Ngọc Ánh', from: 'Đoàn Thị Ngọc Ánh', to: 'ĐOÀN THỊ NGỌC ÁNH' },
        ],
        expect: [{ rule: 'S02', excerpt: 'ĐOÀN THỊ NGỌC ÁNH' }],
      },
    ],
  },
  {
    id: 'docx-04',
    producer: 'docx',
    profile: 'state',
    at: '2026-11-20',
    kind: 'bao-cao',
    about: 'a report of a commune over several pages, Roman headings, a table in small letters, footnotes',
    damages: [
      {
        what: 'no page numbers on several pages',
        changes: [{ do: 'page-number', section: 1, set: 'none' }],
        expect: [{ rule: 'P05' }],
      },
      {
        what: 'a Roman heading is not bold',
        changes: [{ do: 'run', in: 'II. NHỮNG HẠN CHẾ', set: { bold: false } }],
        expect: [{ rule: 'B10', excerpt: 'II. NHỮNG HẠN CHẾ' }],
      },
      {
        what: 'a first line indented by spaces',
        changes: [
          { do: 'paragraph', in: 'Tổng thu ngân sách', set: { firstLineMm: 0 } },
          { do: 'words', in: 'Tổng thu ngân sách', from: 'Tổng thu', to: '        Tổng thu' },
        ],
        expect: [{ rule: 'B03', excerpt: 'Tổng thu ngân sách' }],
      },
      {
        what: 'Tỉnh before a plain name within a sentence',
        changes: [
          { do: 'words', in: 'Thực hiện kế hoạch của', from: 'tỉnh Lam Giang', to: 'Tỉnh Lam Giang' },
        ],
        expect: [{ rule: 'C03', excerpt: 'Thực hiện kế hoạch của' }],
      },
      {
        what: 'a paragraph begins with a small letter',
        changes: [{ do: 'words', in: 'Công tác giảm nghèo được', from: 'Công tác', to: 'công tác' }],
        expect: [{ rule: 'C01', excerpt: 'công tác giảm nghèo được' }],
      },
      {
        what: 'the abstract ends with a full stop',
        changes: [{ do: 'words', in: 'Kết quả phát triển kinh tế', from: 'năm 2026', to: 'năm 2026.' }],
        expect: [{ rule: 'T02', excerpt: 'Kết quả phát triển kinh tế' }],
      },
    ],
  },
  {
    id: 'docx-05',
    producer: 'docx',
    profile: 'state',
    at: '2026-02-03',
    kind: 'to-trinh',
    about: 'a proposal signed by a deputy director for the director',
    damages: [
      {
        what: 'a deputy signs without KT.',
        changes: [{ do: 'drop', in: 'KT. GIÁM ĐỐC' }],
        expect: [{ rule: 'S05' }],
        allow: ['S01'],
      },
      {
        what: 'Nơi nhận of size 14',
        changes: [{ do: 'run', in: 'Nơi nhận:', set: { sizePt: 14 } }],
        expect: [{ rule: 'R01', excerpt: 'Nơi nhận' }],
      },
      {
        what: 'no gap to the next paragraph',
        changes: [
          { do: 'paragraph', in: 'Dự thảo Đề án gồm', set: { beforePt: 0, afterPt: 0 } },
          { do: 'paragraph', in: 'Phần thứ nhất nêu', set: { beforePt: 0, afterPt: 0 } },
        ],
        expect: [{ rule: 'B05', excerpt: 'Dự thảo Đề án gồm' }],
        allow: ['B05'],
      },
      {
        what: 'place and date upright',
        changes: [{ do: 'run', in: 'Lam Giang, ngày 03', set: { italic: false } }],
        expect: [{ rule: 'H07', excerpt: 'Lam Giang, ngày 03' }],
      },
      {
        what: 'Khoản and điều the wrong way about',
        changes: [
          { do: 'words', in: 'Theo quy định tại khoản 2', from: 'khoản 2 Điều 12', to: 'Khoản 2 điều 12' },
        ],
        expect: [{ rule: 'C08', excerpt: 'Theo quy định tại Khoản 2' }],
      },
    ],
  },
  {
    id: 'docx-06',
    producer: 'docx',
    profile: 'state',
    at: '2026-10-15',
    kind: 'thong-bao',
    about: 'a notice of conclusions, three lines of authority, lists that Word counts',
    damages: [
      {
        what: 'the symbol of a plan on a notice',
        changes: [{ do: 'words', in: 'Số: 88/TB-UBND', from: 'TB', to: 'KH' }],
        expect: [{ rule: 'T03', excerpt: 'Số: 88/KH-UBND' }],
        allow: ['T03'],
      },
      {
        what: 'no line below the abstract',
        changes: [{ do: 'line', in: 'Kết luận của Chủ tịch', share: 0 }],
        expect: [{ rule: 'T05' }],
      },
      {
        what: 'double line spacing',
        changes: [{ do: 'paragraph', in: 'Sau khi nghe báo cáo', set: { lines: 2 } }],
        expect: [{ rule: 'B04', excerpt: 'Sau khi nghe báo cáo' }],
      },
      {
        what: 'a weekday without its capital',
        changes: [{ do: 'words', in: 'Tổ công tác họp vào', from: 'thứ Hai', to: 'thứ hai' }],
        expect: [{ rule: 'C10', excerpt: 'Tổ công tác họp vào' }],
      },
    ],
  },
  {
    id: 'docx-07',
    producer: 'docx',
    profile: 'state',
    at: '2026-04-28',
    kind: 'ke-hoach',
    about: 'a plan with two annexes, one of them landscape with a wide table',
    damages: [
      {
        what: 'annex III follows annex I',
        changes: [{ do: 'words', in: 'Phụ lục II', from: 'Phụ lục II', to: 'Phụ lục III' }],
        expect: [{ rule: 'A01' }],
        allow: ['A01'],
      },
      {
        what: 'pages of an annex are counted on',
        changes: [{ do: 'page-number', section: 2, set: 'counted-on' }],
        expect: [{ rule: 'A03' }],
      },
      {
        what: 'the title of an annex is not bold',
        changes: [{ do: 'run', in: 'BẢNG PHÂN CÔNG NHIỆM VỤ', set: { bold: false } }],
        expect: [{ rule: 'A02', excerpt: 'BẢNG PHÂN CÔNG NHIỆM VỤ' }],
      },
      {
        what: 'paper of the American size',
        changes: [{ do: 'page', section: 1, sizeMm: [215.9, 279.4] }],
        expect: [{ rule: 'P01' }],
      },
      {
        what: 'a ward named by a number without its capital',
        changes: [{ do: 'words', in: 'Điểm cầu chính đặt tại', from: 'Phường 7', to: 'phường 7' }],
        expect: [{ rule: 'C04', excerpt: 'Điểm cầu chính đặt tại' }],
      },
    ],
  },
  {
    id: 'docx-08',
    producer: 'docx',
    profile: 'state',
    at: '2026-12-01',
    kind: 'giay-moi',
    about: 'an invitation on one page without any page number',
    damages: [
      {
        what: 'the kind is not bold',
        changes: [{ do: 'run', in: 'GIẤY MỜI', set: { bold: false } }],
        expect: [{ rule: 'T01', excerpt: 'GIẤY MỜI' }],
      },
      {
        what: 'no line below the issuing body',
        changes: [{ do: 'line', in: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ', share: 0 }],
        expect: [{ rule: 'H05' }],
      },
      {
        what: 'a recipient without its dash',
        changes: [{ do: 'words', in: '- Lãnh đạo Sở;', from: '- ', to: '' }],
        expect: [{ rule: 'R02', excerpt: 'Lãnh đạo Sở' }],
      },
      {
        what: 'no spaces about the hyphens of the motto',
        changes: [
          {
            do: 'words',
            in: 'Độc lập - Tự do - Hạnh phúc',
            from: 'Độc lập - Tự do - Hạnh phúc',
            to: 'Độc lập-Tự do-Hạnh phúc',
          },
        ],
        expect: [{ rule: 'H02', excerpt: 'Độc lập-Tự do' }],
        allow: ['H03'],
      },
    ],
  },
  {
    id: 'docx-09',
    producer: 'docx',
    profile: 'state',
    at: '2026-06-18',
    kind: 'bien-ban',
    about: 'minutes with two signatures and no line of place and date',
    damages: [
      {
        what: 'the name of the State of size 15',
        changes: [{ do: 'run', in: 'CỘNG HÒA XÃ HỘI', set: { sizePt: 15 } }],
        expect: [{ rule: 'H01', excerpt: 'CỘNG HÒA XÃ HỘI' }],
        allow: ['H03'],
      },
      {
        what: 'the name of a signer is not bold',
        changes: [{ do: 'run', in: 'Hồ Xuân Quế Chi', set: { bold: false } }],
        expect: [{ rule: 'S02', excerpt: 'Hồ Xuân Quế Chi' }],
      },
      {
        what: 'a paragraph is not justified',
        changes: [{ do: 'paragraph', in: 'Các đại biểu thảo luận', set: { align: 'left' } }],
        expect: [{ rule: 'B02', excerpt: 'Các đại biểu thảo luận' }],
      },
    ],
  },
  {
    id: 'docx-10',
    producer: 'docx',
    profile: 'state',
    at: '2026-09-08',
    kind: 'cong-dien',
    about: 'a telegram with a mark of urgency',
    damages: [
      {
        what: 'the mark of urgency is black',
        changes: [
          { do: 'run', in: 'HỎA TỐC', set: { colour: '000000' } },
          { do: 'box', in: 'HỎA TỐC', set: { colour: '000000' } },
        ],
        expect: [{ rule: 'M01' }],
      },
      {
        what: 'the motto is missing',
        changes: [
          { do: 'line', in: 'Độc lập - Tự do', share: 0 },
          { do: 'drop', in: 'Độc lập - Tự do' },
        ],
        expect: [{ rule: 'H09' }],
        allow: ['H02', 'H03'],
      },
      {
        what: 'blue letters',
        changes: [{ do: 'run', in: 'Chủ động rà soát', set: { colour: '0070C0' } }],
        expect: [{ rule: 'P04', excerpt: 'Chủ động rà soát' }],
      },
      {
        what: 'the line of the archive is missing',
        changes: [{ do: 'drop', in: '- Lưu: VT' }],
        expect: [{ rule: 'R04' }],
        allow: ['R02', 'H09'],
      },
    ],
  },
]
