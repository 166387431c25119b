import type { Label } from '../label.ts'

export const libreofficeState: readonly Label[] = [
  {
    id: 'libreoffice-01',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-03-02',
    kind: 'quyet-dinh',
    about: 'a decision on one person, with three lines of authority',
    damages: [
      {
        what: 'a deputy chairman signs for the collective without KT.',
        changes: [{ do: 'drop', in: 'KT. CHỦ TỊCH' }],
        expect: [{ rule: 'S05' }],
        allow: ['S01'],
      },
      {
        what: 'a dash in place of a hyphen in the symbol',
        changes: [{ do: 'words', in: 'Số: 127/QĐ-UBND', from: 'QĐ-UBND', to: 'QĐ–UBND' }],
        expect: [{ rule: 'H11', excerpt: 'Số: 127/QĐ' }],
        allow: ['H06'],
      },
      {
        what: 'article 4 follows article 2',
        changes: [{ do: 'words', in: 'Điều 3.', from: 'Điều 3.', to: 'Điều 4.' }],
        expect: [{ rule: 'B07', excerpt: 'Điều 4.' }],
      },
      {
        what: 'the name of the State is not bold',
        changes: [{ do: 'run', in: 'CỘNG HOÀ XÃ HỘI', set: { bold: false } }],
        expect: [{ rule: 'H01', excerpt: 'CỘNG HOÀ XÃ HỘI' }],
      },
      {
        what: 'a middle name without its capital',
        changes: [{ do: 'words', in: 'Bổ nhiệm bà Trần Thị', from: 'Trần Thị', to: 'Trần thị' }],
        expect: [{ rule: 'C02', excerpt: 'Điều 1.' }],
      },
    ],
  },
  {
    id: 'libreoffice-02',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-07-16',
    kind: 'cong-van',
    about: 'a draft of a letter, the place of its number empty',
    damages: [
      {
        what: 'the letter has no abstract',
        changes: [{ do: 'drop', in: 'V/v hướng dẫn' }],
        expect: [{ rule: 'T04', or: ['H09'] }],
        allow: ['T04', 'H09'],
      },
      {
        what: 'the motto of size 12',
        changes: [{ do: 'run', in: 'Độc lập - Tự do', set: { sizePt: 12 } }],
        expect: [{ rule: 'H02', excerpt: 'Độc lập - Tự do' }],
        allow: ['H03'],
      },
      {
        what: 'the addressee is bold',
        changes: [{ do: 'run', in: 'Kính gửi:', set: { bold: true } }],
        expect: [{ rule: 'R05', excerpt: 'Kính gửi' }],
      },
      {
        what: 'a law cited without the capital of its kind',
        changes: [{ do: 'words', in: 'Thực hiện Luật Nhà ở', from: 'Luật Nhà ở', to: 'luật Nhà ở' }],
        expect: [{ rule: 'C09', excerpt: 'Thực hiện luật Nhà ở' }],
      },
    ],
  },
  {
    id: 'libreoffice-03',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-01-30',
    kind: 'bao-cao',
    about: 'a report over several pages with headings I. and 1. and a table',
    damages: [
      {
        what: 'the page number stands in the footer',
        changes: [{ do: 'page-number', section: 1, set: 'in-footer' }],
        expect: [{ rule: 'P05' }],
      },
      {
        what: 'a Roman heading in small letters',
        changes: [
          { do: 'words', in: 'II. TỒN TẠI, HẠN CHẾ', from: 'TỒN TẠI, HẠN CHẾ', to: 'Tồn tại, hạn chế' },
        ],
        expect: [{ rule: 'B10', excerpt: 'II. Tồn tại, hạn chế' }],
      },
      {
        what: 'a paragraph of size 12',
        changes: [{ do: 'run', in: 'Trong năm, Sở đã tiếp nhận', set: { sizePt: 12 } }],
        expect: [{ rule: 'B01', excerpt: 'Trong năm, Sở đã tiếp nhận' }],
      },
      {
        what: 'the abstract is not bold',
        changes: [{ do: 'run', in: 'Công tác cải cách hành chính', set: { bold: false } }],
        expect: [{ rule: 'T02', excerpt: 'Công tác cải cách hành chính' }],
      },
      {
        what: 'a ministry with a capital on every syllable',
        changes: [
          {
            do: 'words',
            in: 'Đề nghị Bộ Nông nghiệp',
            from: 'Bộ Nông nghiệp và Môi trường',
            to: 'Bộ Nông Nghiệp Và Môi Trường',
          },
        ],
        expect: [{ rule: 'C06', excerpt: 'Đề nghị Bộ Nông' }],
      },
    ],
  },
  {
    id: 'libreoffice-04',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-05-22',
    kind: 'to-trinh',
    about: 'a proposal of an acting director',
    damages: [
      {
        what: 'the authority is not bold',
        changes: [{ do: 'run', in: 'Q. GIÁM ĐỐC', set: { bold: false } }],
        expect: [{ rule: 'S01', excerpt: 'Q. GIÁM ĐỐC' }],
        allow: ['S02'],
      },
      {
        what: 'an academic title before the name of the signer',
        changes: [{ do: 'words', in: 'Vũ Hoài Nam', from: 'Vũ Hoài Nam', to: 'PGS. TS. Vũ Hoài Nam' }],
        expect: [{ rule: 'S04', excerpt: 'PGS. TS. Vũ Hoài Nam' }],
        allow: ['S02'],
      },
      {
        what: 'a paragraph without indent of its first line',
        changes: [{ do: 'paragraph', in: 'Trung tâm đã lập phương án', set: { firstLineMm: 0 } }],
        expect: [{ rule: 'B03', excerpt: 'Trung tâm đã lập phương án' }],
      },
      {
        what: 'a recipient ends without its semicolon',
        changes: [{ do: 'words', in: '- Phó Giám đốc;', from: 'đốc;', to: 'đốc' }],
        expect: [{ rule: 'R02', excerpt: '- Phó Giám đốc' }],
      },
    ],
  },
  {
    id: 'libreoffice-05',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-08-04',
    kind: 'thong-bao',
    about: 'a notice signed by order of the chairman',
    damages: [
      {
        what: 'top margin 15 mm',
        changes: [{ do: 'page', section: 1, marginsMm: { top: 15 } }],
        expect: [{ rule: 'P02' }],
      },
      {
        what: 'the issuing body is not bold',
        changes: [{ do: 'run', in: 'XÃ HÒA LỘC', set: { bold: false } }],
        expect: [{ rule: 'H04', excerpt: 'XÃ HÒA LỘC' }],
      },
      {
        what: 'the State without its capital',
        changes: [{ do: 'words', in: 'Chính sách của Nhà nước', from: 'Nhà nước', to: 'nhà nước' }],
        expect: [{ rule: 'C07', excerpt: 'Chính sách của nhà nước' }],
      },
      {
        what: 'the line below the abstract as long as the words',
        changes: [{ do: 'line', in: 'Về việc niêm yết', share: 1 }],
        expect: [{ rule: 'T05' }],
      },
    ],
  },
  {
    id: 'libreoffice-06',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-09-11',
    kind: 'ke-hoach',
    about: 'a plan with two annexes',
    damages: [
      {
        what: 'annexes with Arabic numbers',
        changes: [
          { do: 'words', in: 'Phụ lục I', from: 'Phụ lục I', to: 'Phụ lục 1' },
          { do: 'words', in: 'Phụ lục II', from: 'Phụ lục II', to: 'Phụ lục 2' },
        ],
        expect: [{ rule: 'A01' }],
        allow: ['A01'],
      },
      {
        what: 'the label of an annex of size 12',
        changes: [{ do: 'run', in: 'Phụ lục', set: { sizePt: 12 } }],
        expect: [{ rule: 'A02', excerpt: 'Phụ lục 1' }],
      },
      {
        what: 'pages of an annex are counted on',
        changes: [{ do: 'page-number', section: 3, set: 'counted-on' }],
        expect: [{ rule: 'A03' }],
      },
      {
        what: 'a district named by a number without its capital',
        changes: [{ do: 'words', in: 'Cơ sở tập huấn tại', from: 'Phường 12', to: 'phường 12' }],
        expect: [{ rule: 'C04', excerpt: 'Cơ sở tập huấn tại' }],
      },
    ],
  },
  {
    id: 'libreoffice-07',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-02-05',
    kind: 'giay-moi',
    about: 'an invitation signed for the director',
    damages: [
      {
        what: 'number and symbol are bold',
        changes: [{ do: 'run', in: 'Số: 19/GM-SVHTTDL', set: { bold: true } }],
        expect: [{ rule: 'H06', excerpt: 'Số: 19/GM' }],
      },
      {
        what: 'place and date stand above the name of the State',
        changes: [{ do: 'swap', in: 'Lam Giang, ngày 05', with: 'CỘNG HÒA XÃ HỘI' }],
        expect: [{ rule: 'H10' }],
        allow: ['H10', 'H02', 'H03'],
      },
      {
        what: 'the archive is not named as VT',
        changes: [{ do: 'words', in: '- Lưu: VT, VP.', from: 'VT, VP', to: 'VP' }],
        expect: [{ rule: 'R04', excerpt: '- Lưu: VP' }],
        allow: ['R02'],
      },
    ],
  },
  {
    id: 'libreoffice-08',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-10-02',
    kind: 'bien-ban',
    about: 'minutes with two signatures',
    damages: [
      {
        what: 'the kind stands at the left',
        changes: [{ do: 'paragraph', in: 'BIÊN BẢN', set: { align: 'left' } }],
        expect: [{ rule: 'T01', excerpt: 'BIÊN BẢN' }],
      },
      {
        what: 'a paragraph is centred',
        changes: [{ do: 'paragraph', in: 'Hội đồng đã nghe', set: { align: 'center' } }],
        expect: [{ rule: 'B02', excerpt: 'Hội đồng đã nghe' }],
      },
      {
        what: 'a few red words',
        changes: [{ do: 'run', in: 'Kết quả chấm điểm', words: 'đạt 87,5 điểm', set: { colour: 'FF0000' } }],
        expect: [{ rule: 'P04', excerpt: 'Kết quả chấm điểm' }],
      },
      {
        what: 'the position of a signer in small letters',
        changes: [{ do: 'words', in: 'THƯ KÝ', from: 'THƯ KÝ', to: 'Thư ký' }],
        expect: [{ rule: 'S02', excerpt: 'Thư ký' }],
      },
    ],
  },
  {
    id: 'libreoffice-09',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-12-09',
    kind: 'nghi-quyet',
    about: 'a resolution of a council with articles and clauses',
    damages: [
      {
        what: 'place and date are missing',
        changes: [{ do: 'drop', in: 'Lam Giang, ngày 09' }],
        expect: [{ rule: 'H09' }],
        allow: ['H07'],
      },
      {
        what: 'the symbol of a decision on a resolution',
        changes: [{ do: 'words', in: 'Số: 21/NQ-HĐND', from: 'NQ', to: 'QĐ' }],
        expect: [{ rule: 'T03', excerpt: 'Số: 21/QĐ-HĐND' }],
        allow: ['T03'],
      },
      {
        what: 'a legal base that is not the last ends with a full stop',
        changes: [{ do: 'words', in: 'Căn cứ Luật Ngân sách nhà nước', from: '2025;', to: '2025.' }],
        expect: [{ rule: 'B06', excerpt: 'Căn cứ Luật Ngân sách nhà nước' }],
      },
      {
        what: 'clause 4 follows clause 2',
        changes: [{ do: 'words', in: '3. Tổng chi', from: '3.', to: '4.' }],
        expect: [{ rule: 'B08', excerpt: 'Tổng chi' }],
      },
    ],
  },
  {
    id: 'libreoffice-10',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-04-03',
    kind: 'huong-dan',
    about: 'a guidance with headings I., 1. and a)',
    damages: [
      {
        what: 'paper of the American size',
        changes: [{ do: 'page', section: 1, sizeMm: [215.9, 279.4] }],
        expect: [{ rule: 'P01' }],
      },
      {
        what: 'letters and marks apart',
        changes: [{ do: 'encode', in: 'Việc đánh giá phải', as: 'nfd' }],
        expect: [{ rule: 'P06' }],
      },
      {
        what: 'lines closer than single',
        changes: [{ do: 'paragraph', in: 'Hồ sơ đề nghị được', set: { exactPt: 12 } }],
        expect: [{ rule: 'B04', excerpt: 'Hồ sơ đề nghị được' }],
      },
      {
        what: 'no gap between two paragraphs',
        changes: [
          { do: 'paragraph', in: 'Cơ quan, đơn vị tự chấm', set: { beforePt: 0, afterPt: 0 } },
          { do: 'paragraph', in: 'Kết quả tự chấm', set: { beforePt: 0, afterPt: 0 } },
        ],
        expect: [{ rule: 'B05', excerpt: 'Cơ quan, đơn vị tự chấm' }],
        allow: ['B05'],
      },
      {
        what: 'a paragraph begins with a small letter',
        changes: [{ do: 'words', in: 'Thời gian đánh giá', from: 'Thời gian', to: 'thời gian' }],
        expect: [{ rule: 'C01', excerpt: 'thời gian đánh giá' }],
      },
    ],
  },
]
