import type { Label } from '../../label.ts'

export const heldLibreoffice: readonly Label[] = [
  {
    id: 'held-libreoffice-1',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-06-11',
    kind: 'bao-cao',
    about: 'a short report to a superior body',
    damages: [
      {
        what: 'the motto with commas',
        changes: [
          {
            do: 'words',
            in: 'Độc lập - Tự do',
            from: 'Độc lập - Tự do - Hạnh phúc',
            to: 'Độc lập, Tự do, Hạnh phúc',
          },
        ],
        expect: [{ rule: 'H02', excerpt: 'Độc lập, Tự do' }],
        allow: ['H03', 'H09'],
      },
      {
        what: 'Nơi nhận is upright',
        changes: [{ do: 'run', in: 'Nơi nhận:', set: { italic: false } }],
        expect: [{ rule: 'R01', excerpt: 'Nơi nhận' }],
      },
      {
        what: 'a paragraph in VNI letters',
        changes: [{ do: 'encode', in: 'Phòng đã bố trí', as: 'vni' }],
        expect: [{ rule: 'P07' }],
        allow: ['P03', 'C01'],
      },
      {
        what: 'a sentence begins with a small letter after a full stop',
        changes: [{ do: 'words', in: 'Kết quả khảo sát', from: '. Trong đó', to: '. trong đó' }],
        expect: [{ rule: 'C01', excerpt: 'Kết quả khảo sát' }],
      },
    ],
  },
  {
    id: 'held-libreoffice-2',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-08-27',
    kind: 'quyet-dinh',
    about: 'a decision of a university, signed for the rector',
    damages: [
      {
        what: 'a deputy rector signs without KT.',
        changes: [{ do: 'drop', in: 'KT. HIỆU TRƯỞNG' }],
        expect: [{ rule: 'S05' }],
        allow: ['S01'],
      },
      {
        what: 'no line below the abstract',
        changes: [{ do: 'line', in: 'Về việc ban hành', share: 0 }],
        expect: [{ rule: 'T05' }],
      },
      {
        what: 'an article is not bold',
        changes: [{ do: 'run', in: 'Điều 1.', words: 'Điều 1.', set: { bold: false } }],
        expect: [{ rule: 'B07', excerpt: 'Điều 1.' }],
      },
      {
        what: 'the recipients of size 12',
        changes: [{ do: 'run', in: '- Như Điều 3;', set: { sizePt: 12 } }],
        expect: [{ rule: 'R02', excerpt: '- Như Điều 3' }],
      },
    ],
  },
  {
    id: 'held-libreoffice-3',
    producer: 'libreoffice',
    profile: 'party',
    at: '2025-07-17',
    kind: 'cong-van',
    about: 'a letter under the older guidance on form',
    damages: [
      {
        what: 'the title of size 13',
        changes: [{ do: 'run', in: 'ĐẢNG CỘNG SẢN VIỆT NAM', set: { sizePt: 13 } }],
        expect: [{ rule: 'D01', excerpt: 'ĐẢNG CỘNG SẢN VIỆT NAM' }],
        allow: ['H03'],
      },
      {
        what: 'a paragraph is not justified',
        changes: [{ do: 'paragraph', in: 'Ban Tổ chức Tỉnh ủy đề nghị', set: { align: 'left' } }],
        expect: [{ rule: 'B02', excerpt: 'Ban Tổ chức Tỉnh ủy đề nghị' }],
      },
      {
        what: 'the line of the archive is missing',
        changes: [{ do: 'drop', in: '- Lưu Ban Tổ chức' }],
        expect: [{ rule: 'R04' }],
        allow: ['R02', 'H09'],
      },
      {
        what: 'left margin 35 mm',
        changes: [{ do: 'page', section: 1, marginsMm: { left: 35 } }],
        expect: [{ rule: 'P02' }],
      },
    ],
  },
  {
    id: 'held-libreoffice-4',
    producer: 'libreoffice',
    profile: 'state',
    at: '2026-12-22',
    kind: 'thong-bao',
    about: 'a notice of a holiday and of duty',
    damages: [
      {
        what: 'the symbol of a report on a notice',
        changes: [{ do: 'words', in: 'Số: 140/TB-SNN', from: 'TB-SNN', to: 'BC-SNN' }],
        expect: [{ rule: 'T03', excerpt: 'Số: 140/BC-SNN' }],
        allow: ['T03'],
      },
      {
        what: 'New Year of the Moon without its capital',
        changes: [
          { do: 'words', in: 'Lịch nghỉ tết Nguyên đán', from: 'tết Nguyên đán', to: 'tết nguyên đán' },
        ],
        expect: [{ rule: 'C10', excerpt: 'Lịch nghỉ tết' }],
      },
      {
        what: 'first line without indent',
        changes: [{ do: 'paragraph', in: 'Các phòng, đơn vị phân công', set: { firstLineMm: 0 } }],
        expect: [{ rule: 'B03', excerpt: 'Các phòng, đơn vị phân công' }],
      },
      {
        what: 'place and date upright',
        changes: [{ do: 'run', in: 'Lam Giang, ngày 22', set: { italic: false } }],
        expect: [{ rule: 'H07', excerpt: 'Lam Giang, ngày 22' }],
      },
    ],
  },
]
