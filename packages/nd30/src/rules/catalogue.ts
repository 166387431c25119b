import type { ProfileName } from '../model/document.ts'
import type { Severity } from './severity.ts'

/**
 * What the checker knows how to find. A rule has the same id in every profile that has it; what it demands is in the
 * profile's data. Annex I of Decree 30/2020/NĐ-CP is cited by part and number, annex II by part.
 *
 * Rules of the Party's form are `must` only where two independent summaries agree on them; the rest are `should` until
 * an officer has read the guidance itself.
 */
export interface Rule {
  readonly id: string
  readonly severity: Readonly<Record<ProfileName, Severity | null>>
  /** Behind the profile's citation. */
  readonly article: string
  /** `always` mends it by itself, `some` only such findings as leave no choice, `never` needs a person. */
  readonly repair: 'always' | 'some' | 'never'
  readonly vi: string
  readonly en: string
}

const rule = <const Id extends string>(
  id: Id,
  state: Severity | null,
  party: Severity | null,
  article: string,
  repair: Rule['repair'],
  vi: string,
  en: string,
) => ({ id, severity: { state, party }, article, repair, vi, en }) as const satisfies Rule

const general = 'Phụ lục I, Phần I, Mục I'
const components = 'Phụ lục I, Phần II'
const capitals = 'Phụ lục II'

export const catalogue = [
  rule('P01', 'must', 'must', `${general}.1`, 'some', 'Khổ giấy A4', 'A4 paper'),
  rule('P02', 'must', 'must', `${general}.3`, 'always', 'Lề trang', 'Margins'),
  rule(
    'P03',
    'must',
    'must',
    `${general}.4`,
    'always',
    'Phông chữ Times New Roman',
    'Typeface Times New Roman',
  ),
  rule('P04', 'must', 'should', `${general}.4`, 'always', 'Chữ màu đen', 'Black letters'),
  rule('P05', 'must', 'must', `${general}.7`, 'some', 'Số trang', 'Page numbers'),
  rule('P06', 'must', 'must', `${general}.4`, 'always', 'Unicode dựng sẵn', 'Composed Unicode'),
  rule(
    'P07',
    'must',
    'must',
    `${general}.4`,
    'always',
    'Không dùng bảng mã cũ (TCVN3, VNI)',
    'No legacy encodings (TCVN3, VNI)',
  ),

  rule('H01', 'must', null, `${components}, Mục 1`, 'some', 'Quốc hiệu', 'Name of the State'),
  rule('H02', 'must', null, `${components}, Mục 1`, 'some', 'Tiêu ngữ', 'Motto'),
  rule(
    'H03',
    'should',
    'should',
    `${components}, Mục 1`,
    'some',
    'Đường kẻ dưới Tiêu ngữ',
    'Line below the motto',
  ),
  rule(
    'H04',
    'must',
    'should',
    `${components}, Mục 2`,
    'always',
    'Tên cơ quan ban hành',
    'Name of the issuing body',
  ),
  rule(
    'H05',
    'should',
    null,
    `${components}, Mục 2`,
    'some',
    'Đường kẻ dưới tên cơ quan',
    'Line below the issuing body',
  ),
  rule('H06', 'must', 'must', `${components}, Mục 3`, 'some', 'Số, ký hiệu', 'Number and symbol'),
  rule(
    'H07',
    'must',
    'should',
    `${components}, Mục 4`,
    'some',
    'Địa danh và thời gian ban hành',
    'Place and date',
  ),
  rule(
    'H08',
    'must',
    'should',
    `${components}, Mục 4`,
    'always',
    'Số 0 trước ngày, tháng',
    'Leading zeros of the date',
  ),
  rule(
    'H09',
    'must',
    'must',
    `${components}`,
    'never',
    'Thiếu thành phần thể thức',
    'A component is missing',
  ),
  rule(
    'H10',
    'must',
    'must',
    `${components}`,
    'never',
    'Thành phần sai vị trí',
    'A component in the wrong place',
  ),
  rule(
    'H11',
    'must',
    'must',
    `${components}, Mục 3`,
    'always',
    'Dấu nối trong ký hiệu',
    'Hyphens of the symbol',
  ),

  rule('T01', 'must', 'must', `${components}, Mục 5`, 'some', 'Tên loại văn bản', 'Kind of document'),
  rule('T02', 'must', 'should', `${components}, Mục 5`, 'some', 'Trích yếu nội dung', 'Abstract'),
  rule(
    'T03',
    'must',
    'must',
    `${components}, Mục 3`,
    'never',
    'Ký hiệu phù hợp tên loại',
    'Symbol and kind agree',
  ),
  rule('T04', 'must', 'should', `${components}, Mục 5`, 'some', 'Trích yếu công văn', 'Abstract of a letter'),
  rule(
    'T05',
    'should',
    'should',
    `${components}, Mục 5`,
    'some',
    'Đường kẻ dưới trích yếu',
    'Line below the abstract',
  ),

  rule('B01', 'must', 'should', `${components}, Mục 6`, 'always', 'Cỡ chữ nội dung', 'Size of the text'),
  rule('B02', 'must', 'should', `${components}, Mục 6`, 'always', 'Canh đều hai lề', 'Justified text'),
  rule('B03', 'must', 'should', `${components}, Mục 6`, 'some', 'Lùi đầu dòng', 'First-line indent'),
  rule('B04', 'must', 'should', `${components}, Mục 6`, 'always', 'Khoảng cách dòng', 'Line spacing'),
  rule(
    'B05',
    'must',
    'should',
    `${components}, Mục 6`,
    'always',
    'Khoảng cách đoạn',
    'Gap between paragraphs',
  ),
  rule('B06', 'must', 'should', `${components}, Mục 6`, 'some', 'Căn cứ ban hành', 'Legal bases'),
  rule('B07', 'must', 'must', `${components}, Mục 6`, 'some', 'Điều', 'Articles'),
  rule('B08', 'must', 'should', `${components}, Mục 6`, 'some', 'Khoản, điểm', 'Clauses and points'),
  rule('B09', 'should', 'taste', `Phụ lục III`, 'some', 'Dấu kết thúc văn bản', 'End mark'),
  rule(
    'B10',
    'must',
    'should',
    `${components}, Mục 6`,
    'some',
    'Phần, chương, mục',
    'Parts, chapters, sections',
  ),

  rule('S01', 'must', 'must', `${components}, Mục 7`, 'some', 'Quyền hạn ký', 'Authority line'),
  rule(
    'S02',
    'must',
    'should',
    `${components}, Mục 7`,
    'always',
    'Chức vụ và họ tên người ký',
    'Position and name of the signer',
  ),
  rule(
    'S03',
    'should',
    'should',
    `${components}, Mục 7`,
    'never',
    'Chữ ký ngang Nơi nhận',
    'Signature beside the recipients',
  ),
  rule(
    'S04',
    'must',
    'should',
    `${components}, Mục 7`,
    'never',
    'Không ghi học hàm, học vị',
    'No academic title',
  ),
  rule(
    'S05',
    'must',
    'should',
    `Điều 13`,
    'never',
    'Cấp phó ký thay (KT.)',
    'A deputy signs for the head (KT.)',
  ),

  rule('R01', 'must', 'should', `${components}, Mục 9`, 'always', 'Từ “Nơi nhận”', 'The words “Nơi nhận”'),
  rule('R02', 'must', 'should', `${components}, Mục 9`, 'some', 'Danh sách nơi nhận', 'List of recipients'),
  rule(
    'R03',
    'must',
    'should',
    `${components}, Mục 9`,
    'never',
    '“Như trên” trong nơi nhận',
    '“Như trên” among the recipients',
  ),
  rule('R04', 'must', 'should', `${components}, Mục 9`, 'never', 'Dòng Lưu', 'The line of the archive'),
  rule('R05', 'must', 'should', `${components}, Mục 9`, 'some', 'Kính gửi', 'Addressees'),

  rule('A01', 'must', 'should', `${components}, phụ lục`, 'never', 'Số thứ tự phụ lục', 'Numbers of annexes'),
  rule('A02', 'must', 'should', `${components}, phụ lục`, 'always', 'Tiêu đề phụ lục', 'Head of an annex'),
  rule(
    'A03',
    'must',
    'should',
    `${components}, phụ lục`,
    'some',
    'Số trang phụ lục riêng',
    'Pages of an annex counted apart',
  ),

  rule('M01', 'should', 'should', `${components}, Mục 10`, 'some', 'Dấu mức độ khẩn', 'Mark of urgency'),

  rule(
    'C01',
    'should',
    'should',
    `${capitals}, Phần I`,
    'never',
    'Viết hoa đầu câu',
    'Capital at the beginning of a sentence',
  ),
  rule(
    'C02',
    'should',
    'should',
    `${capitals}, Phần II`,
    'never',
    'Viết hoa tên người',
    'Capitals of personal names',
  ),
  rule(
    'C03',
    'should',
    'should',
    `${capitals}, Phần III`,
    'never',
    'Danh từ chung chỉ đơn vị hành chính',
    'Common noun of an administrative unit',
  ),
  rule(
    'C04',
    'should',
    'should',
    `${capitals}, Phần III`,
    'never',
    'Đơn vị hành chính có số hoặc tên người',
    'Unit named by a number',
  ),
  rule(
    'C05',
    'should',
    'should',
    `${capitals}, Phần III`,
    'never',
    'Thủ đô Hà Nội, Thành phố Hồ Chí Minh',
    'Names written by exception',
  ),
  rule('C06', 'should', 'should', `${capitals}, Phần IV`, 'never', 'Tên cơ quan, tổ chức', 'Names of bodies'),
  rule('C07', 'should', 'should', `${capitals}, Phần V`, 'never', 'Nhân dân, Nhà nước', 'Nhân dân, Nhà nước'),
  rule(
    'C08',
    'should',
    'should',
    `${capitals}, Phần V`,
    'never',
    'Viện dẫn phần, chương, mục, điều, khoản, điểm',
    'Citing parts of a text',
  ),
  rule(
    'C09',
    'should',
    'should',
    `${capitals}, Phần V`,
    'never',
    'Tên văn bản được viện dẫn',
    'Names of cited texts',
  ),
  rule('C10', 'should', 'should', `${capitals}, Phần V`, 'never', 'Thứ, tháng, Tết', 'Weekdays, months, Tết'),

  rule('D01', null, 'must', 'thể thức', 'some', 'Tiêu đề ĐẢNG CỘNG SẢN VIỆT NAM', 'Title of the Party'),
  rule(
    'D02',
    'must',
    'must',
    'thể thức',
    'never',
    'Không dùng lẫn tiêu đề của Đảng và Quốc hiệu',
    'Heads of the Party and the State are not mixed',
  ),
  rule('D03', null, 'must', 'thể thức', 'never', 'Dấu sao dưới tên cơ quan', 'Star below the issuing body'),
  rule(
    'D04',
    null,
    'should',
    'thể thức',
    'never',
    'Năm dấu gạch dưới trích yếu',
    'Five dashes below the abstract',
  ),
] as const

export type RuleId = (typeof catalogue)[number]['id']

const byId: ReadonlyMap<string, Rule> = new Map(catalogue.map((each) => [each.id, each]))

export function ruleById(id: RuleId): Rule {
  const found = byId.get(id)
  if (!found) throw new RangeError(`no rule ${id}`)
  return found
}
