import type { ProfileName } from '../../src/model/document.ts'
import type { RuleId } from '../../src/rules/catalogue.ts'
import type { Change, Damage, Label, RunLook } from '../label.ts'

/**
 * Forty damaged documents, written and committed before the rules that were to be changed were read, and measured once
 * with the code of that day. `of` names the sound document; each label has a twin of its own.
 */
export interface UnseenLabel extends Label {
  readonly of: string
}

interface Sort {
  readonly of: string
  readonly kind: string
  readonly at: string
  readonly profile?: ProfileName
}

let number = 0

function damaged({ of, kind, at, profile = 'state' }: Sort, ...damages: Damage[]): UnseenLabel {
  number += 1
  const id = `unseen-${String(number).padStart(2, '0')}`
  const about = damages.map(({ what }) => what).join('; ')
  return { id, of, producer: number % 2 ? 'docx' : 'word', profile, at, kind, about, damages }
}

const one = (
  what: string,
  rule: RuleId | readonly [RuleId, ...RuleId[]],
  excerpt: string | null,
  change: Change | readonly Change[],
  allow: readonly RuleId[] = [],
): Damage => {
  const [first, ...or] = typeof rule === 'string' ? [rule] : rule
  return {
    what,
    changes: 'do' in change ? [change] : change,
    expect: [{ rule: first, ...(or.length ? { or } : {}), ...(excerpt === null ? {} : { excerpt }) }],
    ...(allow.length ? { allow } : {}),
  }
}
const words = (paragraph: string, from: string, to: string): Change => ({
  do: 'words',
  in: paragraph,
  from,
  to,
})
const run = (paragraph: string, set: RunLook, some?: string): Change => ({
  do: 'run',
  in: paragraph,
  set,
  ...(some === undefined ? {} : { words: some }),
})
const drop = (paragraph: string): Change => ({ do: 'drop', in: paragraph })

const power = { of: 'power-of-attorney', kind: 'giay-uy-quyen', at: '2026-02-04' }
const leave = { of: 'leave-note', kind: 'giay-nghi-phep', at: '2026-06-22' }
const directive = { of: 'directive', kind: 'chi-thi', at: '2026-08-18' }
const police = { of: 'police-letter', kind: 'cong-van', at: '2026-05-11' }
const invitation = { of: 'invitation', kind: 'giay-moi', at: '2026-09-10' }
const telegram = { of: 'telegram', kind: 'cong-dien', at: '2026-10-02' }
const decision = { of: 'decision', kind: 'quyet-dinh', at: '2026-04-15' }
const proposal = { of: 'proposal', kind: 'to-trinh', at: '2026-07-09' }
const plan = { of: 'plan', kind: 'ke-hoach', at: '2026-03-26' }
const council = { of: 'collective-notice', kind: 'thong-bao', at: '2026-11-03' }
const school = { of: 'school-report', kind: 'bao-cao', at: '2026-05-29' }
const urgent = { of: 'urgent-letter', kind: 'cong-van', at: '2026-09-06' }
const party = { profile: 'party' } as const
const partyNotice = { of: 'party-notice', kind: 'thong-bao', at: '2026-08-12', ...party }
const partyLetter = { of: 'party-letter', kind: 'cong-van', at: '2026-09-03', ...party }
const partyDecision = { of: 'party-decision', kind: 'quyet-dinh', at: '2026-07-21', ...party }
const partyReport = { of: 'party-report', kind: 'bao-cao', at: '2026-06-25', ...party }

export const unseenLabels: readonly UnseenLabel[] = [
  damaged(
    power,
    one('the number without its word', 'H06', '02/GUQ', words('Số: 02/GUQ', 'Số: ', '')),
    one('the position of size 12', ['S02', 'S01'], 'GIÁM ĐỐC', run('GIÁM ĐỐC', { sizePt: 12 })),
  ),
  damaged(
    power,
    one('a power of attorney without its recipients', 'H09', null, [
      drop('Nơi nhận:'),
      drop('- Bà Phan Thu Hoài;'),
      drop('- Các phòng chuyên môn;'),
      drop('- Lưu: VT.'),
    ]),
  ),
  damaged(
    power,
    one('the symbol of a letter of introduction', 'T03', '02/GGT', words('Số: 02/GUQ', 'GUQ', 'GGT')),
    one('a doctorate before the name', 'S04', 'Lê Đình Sáng', {
      do: 'words',
      in: 'Lê Đình Sáng',
      from: 'Lê',
      to: 'TS. Lê',
    }),
  ),
  damaged(
    leave,
    one('KT. without the post of the head', 'S01', 'KT.', words('KT. GIÁM ĐỐC', 'KT. GIÁM ĐỐC', 'KT.')),
    one('the kind of size 15', 'T01', 'GIẤY NGHỈ PHÉP', run('GIẤY NGHỈ PHÉP', { sizePt: 15 })),
  ),
  damaged(
    leave,
    one('the deputy signs without the line of KT.', ['S05', 'S01'], null, drop('KT. GIÁM ĐỐC')),
    one('the text at the left', 'B02', 'Xét đơn', {
      do: 'paragraph',
      in: 'Xét đơn',
      set: { align: 'left' },
    }),
  ),
  damaged(
    leave,
    one('the place in capitals', 'H07', 'SÔNG MƠ', words('Sông Mơ, ngày', 'Sông Mơ', 'SÔNG MƠ')),
    one('the archive ends with a semicolon', ['R04', 'R02'], 'Lưu', words('- Lưu: VT.', 'VT.', 'VT;')),
  ),
  damaged(
    directive,
    one('the directive has the symbol of a decision', 'T03', '07/QĐ', words('Số: 07/CT', 'CT', 'QĐ')),
    one('paragraphs of 1.7 lines', 'B04', 'Thời gian qua', {
      do: 'paragraph',
      in: 'Thời gian qua',
      set: { lines: 1.7 },
    }),
  ),
  damaged(
    directive,
    one('the abstract in capitals', 'T02', 'VỀ TĂNG CƯỜNG', [
      words(
        'Về tăng cường',
        'Về tăng cường phòng, chống đuối nước trẻ em trong mùa mưa lũ',
        'VỀ TĂNG CƯỜNG PHÒNG, CHỐNG ĐUỐI NƯỚC TRẺ EM TRONG MÙA MƯA LŨ',
      ),
    ]),
    one(
      'a unit with a plain name in capitals',
      'C03',
      '3. Đài Phát thanh',
      words('3. Đài Phát thanh', 'thời lượng tuyên truyền', 'thời lượng tuyên truyền tại Tỉnh Sông Mơ về'),
    ),
  ),
  damaged(
    directive,
    one(
      'the abbreviated Phó in the line of authority',
      ['S01', 'S02'],
      'PHÓ CHỦ TỊCH',
      run('PHÓ CHỦ TỊCH', { italic: true }),
    ),
    one('clause 2 is numbered 3', 'B08', '3. Ủy ban', words('2. Ủy ban nhân dân các xã', '2.', '3.')),
  ),
  damaged(
    police,
    one('no addressees in a letter', 'H09', null, drop('Kính gửi: Sở Xây dựng'), ['R03']),
    one('the abstract in bold', 'T04', 'V/v phối hợp', run('V/v phối hợp', { bold: true })),
  ),
  damaged(
    police,
    one('spaces about the slash', ['H06', 'H11'], 'CAT', words('Số: 311/CAT', '311/CAT', '311 / CAT'), [
      'H06',
      'H11',
    ]),
    one('Kính gửi in bold', 'R05', 'Kính gửi', run('Kính gửi: Sở', { bold: true })),
  ),
  damaged(
    police,
    one(
      'the issuing body in small letters',
      'H04',
      'Công an tỉnh',
      words('CÔNG AN TỈNH SÔNG MƠ', 'CÔNG AN TỈNH SÔNG MƠ', 'Công an tỉnh Sông Mơ'),
    ),
  ),
  damaged(
    invitation,
    one('an invitation without its recipients', 'H09', null, [
      drop('Nơi nhận:'),
      drop('- Như trên;'),
      drop('- Lưu: VT, VP.'),
    ]),
  ),
  damaged(
    invitation,
    one('TL. in small letters', 'S01', 'TL. Giám đốc', words('TL. GIÁM ĐỐC', 'GIÁM ĐỐC', 'Giám đốc')),
    one('the kind in small letters', 'T01', 'Giấy mời', words('GIẤY MỜI', 'GIẤY MỜI', 'Giấy mời')),
  ),
  damaged(
    invitation,
    one('the year in two digits', 'H07', 'năm 26', words('Sông Mơ, ngày 10', 'năm 2026', 'năm 26')),
    one('the recipients are numbered', 'R02', '1. Như trên', words('- Như trên;', '- Như', '1. Như'), [
      'R03',
    ]),
  ),
  damaged(telegram, {
    what: 'the mark of urgency and the date have changed their sides',
    changes: [{ do: 'swap', in: 'THƯỢNG KHẨN', with: 'Mơ Đông, ngày 02' }],
    expect: [
      { rule: 'H10', excerpt: 'THƯỢNG KHẨN' },
      { rule: 'H10', excerpt: 'Mơ Đông' },
    ],
    allow: ['H07', 'M01'],
  }),
  damaged(
    telegram,
    one('the mark of urgency not bold', 'M01', 'THƯỢNG KHẨN', run('THƯỢNG KHẨN', { bold: false })),
    one('a telegram without its end mark', 'B09', '2. Khơi thông', words('2. Khơi thông', './.', '')),
  ),
  damaged(
    telegram,
    one(
      'the month with a needless zero',
      'H08',
      'Mơ Đông, ngày',
      words('Mơ Đông, ngày', 'tháng 10', 'tháng 010'),
      ['H07'],
    ),
  ),
  damaged(
    decision,
    one('V/v in the abstract of a decision', 'T02', 'V/v', words('Về việc thành lập', 'Về việc', 'V/v')),
    one(
      'a base ends with a comma',
      'B06',
      'Căn cứ Luật Quản lý',
      words('Căn cứ Luật Quản lý', '2017;', '2017,'),
    ),
  ),
  damaged(
    decision,
    one(
      'the competence is not bold',
      ['T01', 'H04', 'B06'],
      'GIÁM ĐỐC SỞ TÀI CHÍNH',
      run('GIÁM ĐỐC SỞ TÀI CHÍNH', { bold: false }),
    ),
    one('an article in roman numbers', 'B07', 'Điều II', words('Điều 2.', 'Điều 2.', 'Điều II.')),
  ),
  damaged(
    decision,
    one('no word of decision', 'H09', null, drop('QUYẾT ĐỊNH:')),
    one('the recipients do not name the article', 'R03', null, drop('- Như Điều 3;')),
  ),
  damaged(
    proposal,
    one(
      'the addressee ends without its full stop',
      'R05',
      'Kính gửi',
      words('Kính gửi: Ủy ban', 'Sông Mơ.', 'Sông Mơ,'),
    ),
    one('Q. without its full stop', 'S01', 'Q GIÁM ĐỐC', words('Q. GIÁM ĐỐC', 'Q.', 'Q')),
  ),
  damaged(
    proposal,
    one('a Roman heading not in order', 'B10', 'III. NỘI DUNG', words('II. NỘI DUNG', 'II.', 'III.')),
    one('bottom margin of 30 mm', 'P02', null, { do: 'page', section: 1, marginsMm: { bottom: 30 } }),
  ),
  damaged(
    proposal,
    one('the symbol in capitals throughout', ['T03', 'H06'], 'TTR', words('Số: 145/TTr', 'TTr', 'TTR')),
    one(
      'the name of the department misspelt in capitals',
      'C06',
      'Thực hiện chỉ đạo',
      words('Thực hiện chỉ đạo', 'Sở Nông nghiệp và Môi trường', 'Sở nông nghiệp và môi trường'),
    ),
  ),
  damaged(plan, one('the plan in Arial', 'P03', null, { do: 'all', set: { font: 'Arial' } })),
  damaged(
    plan,
    one('a dash instead of a hyphen in the symbol', 'H11', '08/KH', words('Số: 08/KH-VHXH', 'KH-V', 'KH–V'), [
      'H06',
    ]),
    one('the signer is underlined', 'S02', 'Hoàng Lệ Thủy', run('Hoàng Lệ Thủy', { underline: true })),
  ),
  damaged(
    plan,
    one('a paragraph set in TCVN3', 'P07', null, { do: 'encode', in: 'Nâng cao nhận thức', as: 'tcvn3' }),
    one(
      'People with a small letter',
      'C07',
      '2. Phát huy',
      words(
        '2. Vận động Nhân dân',
        '2. Vận động Nhân dân',
        '2. Phát huy quyền làm chủ của nhân dân, vận động',
      ),
    ),
  ),
  damaged(
    council,
    one('TM. is missing', ['S01', 'S05'], null, drop('TM. HỘI ĐỒNG NHÂN DÂN')),
    one('the date upright', 'H07', 'Sông Mơ, ngày 03', run('Sông Mơ, ngày 03', { italic: false })),
  ),
  damaged(
    council,
    one('TM. without the collective', 'S01', 'TM.', words('TM. HỘI ĐỒNG', 'TM. HỘI ĐỒNG NHÂN DÂN', 'TM.')),
  ),
  damaged(
    council,
    one('Nơi nhận upright', 'R01', 'Nơi nhận', run('Nơi nhận:', { italic: false })),
    one('a clause with a bracket', 'B08', '2) Địa điểm', words('2. Địa điểm', '2.', '2)')),
  ),
  damaged(
    school,
    one(
      'the number with a dash in place of a slash',
      ['H06', 'H11'],
      '33-BC',
      words('Số: 33/BC', '33/BC', '33-BC'),
      ['H06', 'H11'],
    ),
    one('a point with a full stop', 'B08', 'b. Có 12', words('b) Có 12', 'b)', 'b.')),
  ),
  damaged(
    school,
    one('a paragraph of 12 pt', 'B01', 'Cơ sở vật chất', run('Cơ sở vật chất', { sizePt: 12 })),
    one('the motto with full stops', 'H02', 'Tự do', words('Độc lập - Tự do', ' - Hạnh phúc', '. Hạnh phúc')),
  ),
  damaged(
    school,
    one(
      'a professor signs with his title',
      'S04',
      'Cao Thị Lan',
      words('Cao Thị Lan', 'Cao Thị Lan', 'PGS.TS Cao Thị Lan'),
    ),
  ),
  damaged(
    urgent,
    one('the mark of urgency in blue', 'M01', 'KHẨN', run('KHẨN', { colour: '0000FF' })),
    one('TUQ without its full stop', 'S01', 'TUQ CỤC', words('TUQ. CỤC TRƯỞNG', 'TUQ.', 'TUQ')),
  ),
  damaged(
    urgent,
    one('the place is missing', 'H07', 'Ngày 06', words('Hà Nội, ngày 06', 'Hà Nội, ngày', 'Ngày')),
    one(
      'the abstract begins as in a decision',
      'T04',
      'Về việc kiểm tra',
      words('V/v kiểm tra', 'V/v', 'Về việc'),
    ),
  ),
  damaged(
    partyNotice,
    one(
      'the authority with a full stop as the State has it',
      'S01',
      'TL. BAN',
      words('T/L BAN THƯỜNG VỤ', 'T/L', 'TL.'),
    ),
    one('no number', 'H09', null, drop('Số 77-TB/TU')),
  ),
  damaged(
    partyNotice,
    one(
      'the State name of the issuing body beside Quốc hiệu',
      'D02',
      null,
      words('ĐẢNG CỘNG SẢN', 'ĐẢNG CỘNG SẢN VIỆT NAM', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'),
      ['D01', 'H03', 'H09', 'H01', 'H02', 'D03'],
    ),
  ),
  damaged(
    partyLetter,
    one('a letter of the Party without CV', ['T03', 'H06'], '205', words('Số 205-CV/BTCTU', '-CV', '')),
    one('K/T without the post', 'S01', 'K/T', words('K/T TRƯỞNG BAN', 'K/T TRƯỞNG BAN', 'K/T')),
  ),
  damaged(
    partyDecision,
    one('the date in capitals', 'H07', 'MƠ ĐÔNG', words('Mơ Đông, ngày', 'Mơ Đông', 'MƠ ĐÔNG')),
    one('a number with its year between', 'H06', '15', words('Số 15-QĐ/ĐU', '15-', '15/2026-'), ['H11']),
  ),
  damaged(
    partyReport,
    one('the Roman heading with a full stop', 'B10', 'II. PHƯƠNG', words('II- PHƯƠNG', 'II-', 'II.')),
    one('the star missing', 'D03', null, drop('*')),
  ),
]
