import type { Label } from '../label.ts'

export const wordState: readonly Label[] = [
  {
    id: 'word-01',
    producer: 'word',
    profile: 'state',
    at: '2026-08-12',
    kind: 'quyet-dinh',
    about: 'a decision that approves, with clauses and points below an article',
    damages: [
      {
        what: 'the line below the issuing body as long as the words',
        changes: [{ do: 'line', in: 'THÀNH PHỐ THANH VÂN', share: 1 }],
        expect: [{ rule: 'H05' }],
      },
      {
        what: 'a legal base is upright',
        changes: [{ do: 'run', in: 'Căn cứ Luật Tổ chức chính quyền', set: { italic: false } }],
        expect: [{ rule: 'B06', excerpt: 'Căn cứ Luật Tổ chức chính quyền' }],
      },
      {
        what: 'a colon after the number of an article',
        changes: [{ do: 'words', in: 'Điều 2.', from: 'Điều 2.', to: 'Điều 2:' }],
        expect: [{ rule: 'B07', excerpt: 'Điều 2:' }],
      },
      {
        what: 'the authority of the Party in a document of the State',
        changes: [{ do: 'words', in: 'TM. ỦY BAN NHÂN DÂN', from: 'TM.', to: 'T/M' }],
        expect: [{ rule: 'S01', excerpt: 'T/M ỦY BAN NHÂN DÂN' }],
      },
      {
        what: 'blue letters',
        changes: [{ do: 'run', in: 'Mục tiêu của Đề án', set: { colour: '1F4E79' } }],
        expect: [{ rule: 'P04', excerpt: '1. Mục tiêu của Đề án' }],
      },
    ],
  },
  {
    id: 'word-02',
    producer: 'word',
    profile: 'state',
    at: '2026-06-30',
    kind: 'cong-van',
    about: 'a letter with a hyperlink and a contact at the foot of the page',
    damages: [
      {
        what: 'the motto is underlined in place of the line',
        changes: [
          { do: 'line', in: 'Độc lập - Tự do', share: 0 },
          { do: 'run', in: 'Độc lập - Tự do', set: { underline: true } },
        ],
        expect: [{ rule: 'H03' }],
        allow: ['H02'],
      },
      {
        what: 'a paragraph in TCVN3 letters',
        changes: [{ do: 'encode', in: 'Trung tâm trân trọng', as: 'tcvn3' }],
        expect: [{ rule: 'P07' }],
        allow: ['P03', 'C01'],
      },
      {
        what: 'a recipient of size 13',
        changes: [{ do: 'run', in: '- Giám đốc (để báo cáo);', set: { sizePt: 13 } }],
        expect: [{ rule: 'R02', excerpt: '- Giám đốc (để báo cáo)' }],
      },
      {
        what: 'the abstract is bold',
        changes: [{ do: 'run', in: 'V/v phối hợp', set: { bold: true } }],
        expect: [{ rule: 'T04', excerpt: 'V/v phối hợp' }],
      },
      {
        what: 'a decree cited without its capital',
        changes: [{ do: 'words', in: 'Theo Nghị định số 45/2020', from: 'Nghị định', to: 'nghị định' }],
        expect: [{ rule: 'C09', excerpt: 'Theo nghị định số 45/2020' }],
      },
    ],
  },
  {
    id: 'word-03',
    producer: 'word',
    profile: 'state',
    at: '2026-12-18',
    kind: 'bao-cao',
    about: 'a report over several pages, headings I., 1., a), a table and a caption',
    damages: [
      {
        what: 'the page number is shown on the first page',
        changes: [{ do: 'page-number', section: 1, set: 'on-first-page' }],
        expect: [{ rule: 'P05' }],
      },
      {
        what: 'a paragraph of size 15',
        changes: [{ do: 'run', in: 'Công tác tuyên truyền được', set: { sizePt: 15 } }],
        expect: [{ rule: 'B01', excerpt: 'Công tác tuyên truyền được' }],
      },
      {
        what: 'a paragraph is not justified',
        changes: [{ do: 'paragraph', in: 'Các vụ việc phát sinh', set: { align: 'left' } }],
        expect: [{ rule: 'B02', excerpt: 'Các vụ việc phát sinh' }],
      },
      {
        what: 'a point with a letter that Vietnamese does not have',
        changes: [{ do: 'words', in: 'c) Kiểm tra việc chấp hành', from: 'c)', to: 'f)' }],
        expect: [{ rule: 'B08', excerpt: 'Kiểm tra việc chấp hành' }],
      },
      {
        what: 'Xã before a plain name within a sentence',
        changes: [{ do: 'words', in: 'Trên địa bàn xã Hòa Lộc', from: 'xã Hòa Lộc', to: 'Xã Hòa Lộc' }],
        expect: [{ rule: 'C03', excerpt: 'Trên địa bàn Xã Hòa Lộc' }],
      },
      {
        what: 'the council with a capital too many',
        changes: [
          {
            do: 'words',
            in: 'Giải trình với Hội đồng nhân dân',
            from: 'Hội đồng nhân dân xã',
            to: 'Hội Đồng Nhân Dân xã',
          },
        ],
        expect: [{ rule: 'C06', excerpt: 'Giải trình với Hội Đồng' }],
      },
    ],
  },
  {
    id: 'word-04',
    producer: 'word',
    profile: 'state',
    at: '2026-03-27',
    kind: 'to-trinh',
    about: 'a proposal to several addressees',
    damages: [
      {
        what: 'the signature stands below the recipients',
        changes: [{ do: 'apart' }],
        expect: [{ rule: 'S03' }],
      },
      {
        what: 'ends with a full stop alone',
        changes: [{ do: 'words', in: 'xem xét, quyết định./.', from: './.', to: '.' }],
        expect: [{ rule: 'B09' }],
      },
      {
        what: 'an addressee ends with a comma',
        changes: [{ do: 'words', in: '- Hội đồng nhân dân thành phố;', from: 'phố;', to: 'phố,' }],
        expect: [{ rule: 'R05', excerpt: '- Hội đồng nhân dân thành phố' }],
      },
      {
        what: 'no comma after the place',
        changes: [{ do: 'words', in: 'Thanh Vân, ngày 27', from: 'Vân, ngày', to: 'Vân ngày' }],
        expect: [{ rule: 'H07', excerpt: 'Thanh Vân ngày 27' }],
      },
      {
        what: 'an article cited with a small letter',
        changes: [{ do: 'words', in: 'Tại điểm b khoản 4', from: 'Điều 77', to: 'điều 77' }],
        expect: [{ rule: 'C08', excerpt: 'Tại điểm b khoản 4' }],
      },
    ],
  },
  {
    id: 'word-05',
    producer: 'word',
    profile: 'state',
    at: '2026-02-12',
    kind: 'chi-thi',
    about: 'a directive with clauses that Word counts',
    damages: [
      {
        what: 'everything in Calibri',
        changes: [{ do: 'all', set: { font: 'Calibri' } }],
        expect: [{ rule: 'P03' }],
      },
      {
        what: 'first line indented by 20 mm',
        changes: [{ do: 'paragraph', in: 'Thời gian qua, công tác', set: { firstLineMm: 20 } }],
        expect: [{ rule: 'B03', excerpt: 'Thời gian qua, công tác' }],
      },
      {
        what: 'no gap between paragraphs of the same style',
        changes: [
          { do: 'paragraph', in: 'Yêu cầu Giám đốc các sở', set: { contextual: true } },
          { do: 'paragraph', in: 'Nhận được Chỉ thị này', set: { contextual: true } },
        ],
        expect: [{ rule: 'B05', excerpt: 'Yêu cầu Giám đốc các sở' }],
        allow: ['B05'],
      },
      {
        what: 'the position in small letters',
        changes: [{ do: 'words', in: 'CHỦ TỊCH', from: 'CHỦ TỊCH', to: 'Chủ tịch' }],
        expect: [{ rule: 'S02', excerpt: 'Chủ tịch' }],
      },
      {
        what: 'the People without the capital',
        changes: [{ do: 'words', in: 'Vận động Nhân dân tham gia', from: 'Nhân dân', to: 'nhân dân' }],
        expect: [{ rule: 'C07', excerpt: 'Vận động nhân dân tham gia' }],
      },
    ],
  },
  {
    id: 'word-06',
    producer: 'word',
    profile: 'state',
    at: '2026-10-08',
    kind: 'ke-hoach',
    about: 'a plan with three annexes, one of them landscape',
    damages: [
      {
        what: 'the second annex has the number of the first',
        changes: [{ do: 'words', in: 'Phụ lục II', from: 'Phụ lục II', to: 'Phụ lục I' }],
        expect: [{ rule: 'A01' }],
        allow: ['A01'],
      },
      {
        what: 'the title of an annex in small letters',
        changes: [{ do: 'words', in: 'DỰ TOÁN KINH PHÍ', from: 'DỰ TOÁN KINH PHÍ', to: 'Dự toán kinh phí' }],
        expect: [{ rule: 'A02', excerpt: 'Dự toán kinh phí' }],
      },
      {
        what: 'pages of an annex are counted on',
        changes: [{ do: 'page-number', section: 2, set: 'counted-on' }],
        expect: [{ rule: 'A03' }],
      },
      {
        what: 'left margin of an annex 20 mm',
        changes: [{ do: 'page', section: 2, marginsMm: { left: 20 } }],
        expect: [{ rule: 'P02' }],
      },
      {
        what: 'a weekday without its capital',
        changes: [{ do: 'words', in: 'Lễ phát động vào sáng', from: 'thứ Bảy', to: 'thứ bảy' }],
        expect: [{ rule: 'C10', excerpt: 'Lễ phát động vào sáng' }],
      },
      {
        what: 'a ward named by a number without its capital',
        changes: [{ do: 'words', in: 'Điểm đến là trụ sở', from: 'Phường 3', to: 'phường 3' }],
        expect: [{ rule: 'C04', excerpt: 'Điểm đến là trụ sở' }],
      },
    ],
  },
  {
    id: 'word-07',
    producer: 'word',
    profile: 'state',
    at: '2026-01-08',
    kind: 'giay-gioi-thieu',
    about: 'a letter of introduction on one page',
    damages: [
      {
        what: 'the kind of size 16',
        changes: [{ do: 'run', in: 'GIẤY GIỚI THIỆU', set: { sizePt: 16 } }],
        expect: [{ rule: 'T01', excerpt: 'GIẤY GIỚI THIỆU' }],
      },
      {
        what: 'a day below ten without its zero',
        changes: [{ do: 'words', in: 'Thanh Vân, ngày 08', from: 'ngày 08', to: 'ngày 8' }],
        expect: [{ rule: 'H08', excerpt: 'Thanh Vân, ngày 8' }],
        allow: ['H07'],
      },
      {
        what: 'the line of the archive is missing',
        changes: [{ do: 'drop', in: '- Lưu: VT.' }],
        expect: [{ rule: 'R04' }],
        allow: ['R02', 'H09'],
      },
    ],
  },
  {
    id: 'word-08',
    producer: 'word',
    profile: 'state',
    at: '2026-11-11',
    kind: 'bien-ban',
    about: 'minutes with foreign names',
    damages: [
      {
        what: 'dashes in place of hyphens in the motto',
        changes: [
          {
            do: 'words',
            in: 'Độc lập - Tự do - Hạnh phúc',
            from: 'Độc lập - Tự do - Hạnh phúc',
            to: 'Độc lập – Tự do – Hạnh phúc',
          },
        ],
        expect: [{ rule: 'H02', excerpt: 'Độc lập' }],
        allow: ['H03'],
      },
      {
        what: 'letters and marks apart',
        changes: [{ do: 'encode', in: 'Cuộc họp thống nhất', as: 'nfd' }],
        expect: [{ rule: 'P06' }],
      },
      {
        what: 'the name of the State is italic',
        changes: [{ do: 'run', in: 'CỘNG HÒA XÃ HỘI', set: { italic: true } }],
        expect: [{ rule: 'H01', excerpt: 'CỘNG HÒA XÃ HỘI' }],
      },
      {
        what: 'the given name of a person without its capital',
        changes: [{ do: 'words', in: 'Ông Lê Văn Tám', from: 'Lê Văn Tám', to: 'Lê Văn tám' }],
        expect: [{ rule: 'C02', excerpt: 'Ông Lê Văn tám' }],
      },
    ],
  },
  {
    id: 'word-09',
    producer: 'word',
    profile: 'state',
    at: '2026-09-30',
    kind: 'cong-dien',
    about: 'a telegram with a mark of urgency and a note of circulation',
    damages: [
      {
        what: 'the mark of urgency has no box',
        changes: [{ do: 'box', in: 'THƯỢNG KHẨN', set: 'none' }],
        expect: [{ rule: 'M01' }],
      },
      {
        what: 'the number is missing',
        changes: [{ do: 'drop', in: 'Số: 03/CĐ-UBND' }],
        expect: [{ rule: 'H09' }],
        allow: ['H06'],
      },
      {
        what: 'paper of an odd size',
        changes: [{ do: 'page', section: 1, sizeMm: [210, 330] }],
        expect: [{ rule: 'P01' }],
      },
      {
        what: 'a paragraph begins with a small letter',
        changes: [{ do: 'words', in: 'Sẵn sàng sơ tán', from: 'Sẵn sàng', to: 'sẵn sàng' }],
        expect: [{ rule: 'C01', excerpt: 'sẵn sàng sơ tán' }],
      },
    ],
  },
  {
    id: 'word-10',
    producer: 'word',
    profile: 'state',
    at: '2026-05-14',
    kind: 'phuong-an',
    about: 'a plan of options whose body has a landscape section with a table',
    damages: [
      {
        what: 'the page number stands at the left',
        changes: [{ do: 'page-number', section: 1, set: 'left' }],
        expect: [{ rule: 'P05' }],
        allow: ['P05'],
      },
      {
        what: 'double line spacing',
        changes: [{ do: 'paragraph', in: 'Phương án được lập trên', set: { lines: 2 } }],
        expect: [{ rule: 'B04', excerpt: 'Phương án được lập trên' }],
      },
      {
        what: 'the abstract is italic',
        changes: [{ do: 'run', in: 'Sắp xếp, bố trí lại', set: { italic: true } }],
        expect: [{ rule: 'T02', excerpt: 'Sắp xếp, bố trí lại' }],
      },
      {
        what: 'an academic title before the name of the signer',
        changes: [{ do: 'words', in: 'Kiều Minh Trang', from: 'Kiều', to: 'ThS. Kiều' }],
        expect: [{ rule: 'S04', excerpt: 'ThS. Kiều Minh Trang' }],
        allow: ['S02'],
      },
      {
        what: 'the issuing body of size 15',
        changes: [{ do: 'run', in: 'SỞ XÂY DỰNG', set: { sizePt: 15 } }],
        expect: [{ rule: 'H04', excerpt: 'SỞ XÂY DỰNG' }],
        allow: ['H05'],
      },
    ],
  },
]
