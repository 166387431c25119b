import type { KindId, ProfileName } from './document.ts'

/** A kind of document: its name as printed and its abbreviation in the symbol, null where it has none. */
export interface Kind {
  readonly id: KindId
  readonly name: string
  readonly abbreviation: string | null
  /** Others that were and are met: `QĐi` under guidance 36-HD/VPTW. */
  readonly also?: readonly string[]
  /** What stands alone on a line before the body: `QUYẾT ĐỊNH:`. */
  readonly enacting?: string
  /** `letter`: without a printed kind, its abstract stands under the symbol. `minutes`: two signatures, no date line. */
  readonly shape?: 'letter' | 'minutes'
}

/** Decree 30/2020/NĐ-CP, art. 7 and annex III, part I: 29 kinds, of which 27 have an abbreviation. */
export const stateKinds: readonly Kind[] = [
  { id: 'nghi-quyet', name: 'Nghị quyết', abbreviation: 'NQ', enacting: 'QUYẾT NGHỊ:' },
  { id: 'quyet-dinh', name: 'Quyết định', abbreviation: 'QĐ', enacting: 'QUYẾT ĐỊNH:' },
  { id: 'chi-thi', name: 'Chỉ thị', abbreviation: 'CT' },
  { id: 'quy-che', name: 'Quy chế', abbreviation: 'QC' },
  { id: 'quy-dinh', name: 'Quy định', abbreviation: 'QyĐ' },
  { id: 'thong-cao', name: 'Thông cáo', abbreviation: 'TC' },
  { id: 'thong-bao', name: 'Thông báo', abbreviation: 'TB' },
  { id: 'huong-dan', name: 'Hướng dẫn', abbreviation: 'HD' },
  { id: 'chuong-trinh', name: 'Chương trình', abbreviation: 'CTr' },
  { id: 'ke-hoach', name: 'Kế hoạch', abbreviation: 'KH' },
  { id: 'phuong-an', name: 'Phương án', abbreviation: 'PA' },
  { id: 'de-an', name: 'Đề án', abbreviation: 'ĐA' },
  { id: 'du-an', name: 'Dự án', abbreviation: 'DA' },
  { id: 'bao-cao', name: 'Báo cáo', abbreviation: 'BC' },
  { id: 'bien-ban', name: 'Biên bản', abbreviation: 'BB', shape: 'minutes' },
  { id: 'to-trinh', name: 'Tờ trình', abbreviation: 'TTr' },
  { id: 'hop-dong', name: 'Hợp đồng', abbreviation: 'HĐ' },
  { id: 'cong-dien', name: 'Công điện', abbreviation: 'CĐ' },
  { id: 'ban-ghi-nho', name: 'Bản ghi nhớ', abbreviation: 'BGN' },
  { id: 'ban-thoa-thuan', name: 'Bản thỏa thuận', abbreviation: 'BTT' },
  { id: 'giay-uy-quyen', name: 'Giấy ủy quyền', abbreviation: 'GUQ' },
  { id: 'giay-moi', name: 'Giấy mời', abbreviation: 'GM' },
  { id: 'giay-gioi-thieu', name: 'Giấy giới thiệu', abbreviation: 'GGT' },
  { id: 'giay-nghi-phep', name: 'Giấy nghỉ phép', abbreviation: 'GNP' },
  { id: 'phieu-gui', name: 'Phiếu gửi', abbreviation: 'PG' },
  { id: 'phieu-chuyen', name: 'Phiếu chuyển', abbreviation: 'PC' },
  { id: 'phieu-bao', name: 'Phiếu báo', abbreviation: 'PB' },
  { id: 'cong-van', name: 'Công văn', abbreviation: null, shape: 'letter' },
  { id: 'thu-cong', name: 'Thư công', abbreviation: null },
]

/** Quy định 399-QĐ/TW: 25 kinds, and 8 office papers. */
export const partyKinds: readonly Kind[] = [
  { id: 'cuong-linh', name: 'Cương lĩnh chính trị', abbreviation: null },
  { id: 'dieu-le', name: 'Điều lệ Đảng', abbreviation: null },
  { id: 'chien-luoc', name: 'Chiến lược', abbreviation: null },
  { id: 'nghi-quyet', name: 'Nghị quyết', abbreviation: 'NQ' },
  { id: 'quyet-dinh', name: 'Quyết định', abbreviation: 'QĐ', enacting: 'QUYẾT ĐỊNH' },
  { id: 'chi-thi', name: 'Chỉ thị', abbreviation: 'CT' },
  { id: 'ket-luan', name: 'Kết luận', abbreviation: 'KL' },
  { id: 'quy-che', name: 'Quy chế', abbreviation: 'QC' },
  { id: 'quy-dinh', name: 'Quy định', abbreviation: 'QĐ', also: ['QĐi'] },
  { id: 'thong-tri', name: 'Thông tri', abbreviation: 'TT' },
  { id: 'huong-dan', name: 'Hướng dẫn', abbreviation: 'HD' },
  { id: 'thong-bao', name: 'Thông báo', abbreviation: 'TB' },
  { id: 'thong-cao', name: 'Thông cáo', abbreviation: null },
  { id: 'tuyen-bo', name: 'Tuyên bố', abbreviation: null },
  { id: 'loi-keu-goi', name: 'Lời kêu gọi', abbreviation: null },
  { id: 'bao-cao', name: 'Báo cáo', abbreviation: 'BC' },
  { id: 'ke-hoach', name: 'Kế hoạch', abbreviation: 'KH' },
  { id: 'quy-hoach', name: 'Quy hoạch', abbreviation: null },
  { id: 'chuong-trinh', name: 'Chương trình', abbreviation: 'CTr' },
  { id: 'de-an', name: 'Đề án', abbreviation: 'ĐA' },
  { id: 'phuong-an', name: 'Phương án', abbreviation: 'PA' },
  { id: 'du-an', name: 'Dự án', abbreviation: 'DA' },
  { id: 'to-trinh', name: 'Tờ trình', abbreviation: 'TTr' },
  { id: 'cong-van', name: 'Công văn', abbreviation: 'CV', shape: 'letter' },
  { id: 'bien-ban', name: 'Biên bản', abbreviation: 'BB', shape: 'minutes' },
  { id: 'giay-gioi-thieu', name: 'Giấy giới thiệu', abbreviation: null },
  { id: 'giay-chung-nhan', name: 'Giấy chứng nhận', abbreviation: null },
  { id: 'giay-di-duong', name: 'Giấy đi đường', abbreviation: null },
  { id: 'giay-nghi-phep', name: 'Giấy nghỉ phép', abbreviation: null },
  { id: 'giay-moi', name: 'Giấy mời', abbreviation: null },
  { id: 'phieu-chuyen', name: 'Phiếu chuyển', abbreviation: null },
  { id: 'phieu-gui', name: 'Phiếu gửi', abbreviation: null },
  { id: 'thu-cong', name: 'Thư công', abbreviation: null },
]

export const copyKinds = {
  'sao-y': { name: 'Sao y', abbreviation: 'SY' },
  'sao-luc': { name: 'Sao lục', abbreviation: 'SL' },
  'trich-sao': { name: 'Trích sao', abbreviation: 'TrS' },
} as const

export const kindsOf = (profile: ProfileName): readonly Kind[] =>
  profile === 'state' ? stateKinds : partyKinds

export const kindById = (profile: ProfileName, id: KindId): Kind | undefined =>
  kindsOf(profile).find((kind) => kind.id === id)
