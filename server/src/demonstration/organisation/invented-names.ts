/** Names that no place or person has: each is also marked “(minh hoạ)” wherever it is shown. */

export const inventedDistricts = [
  { code: 'song-mo', name: 'Huyện ủy Sông Mơ', place: 'huyện Sông Mơ', kind: 'huyen_uy' },
  { code: 'dong-xanh', name: 'Huyện ủy Đồng Xanh', place: 'huyện Đồng Xanh', kind: 'huyen_uy' },
  { code: 'ben-ngoc', name: 'Huyện ủy Bến Ngọc', place: 'huyện Bến Ngọc', kind: 'huyen_uy' },
  { code: 'phu-sa', name: 'Huyện ủy Phù Sa', place: 'huyện Phù Sa', kind: 'huyen_uy' },
  { code: 'lua-vang', name: 'Huyện ủy Lúa Vàng', place: 'huyện Lúa Vàng', kind: 'huyen_uy' },
  { code: 'gio-nam', name: 'Huyện ủy Gió Nam', place: 'huyện Gió Nam', kind: 'huyen_uy' },
  { code: 'trang-ram', name: 'Huyện ủy Trăng Rằm', place: 'huyện Trăng Rằm', kind: 'huyen_uy' },
  { code: 'canh-dieu', name: 'Huyện ủy Cánh Diều', place: 'huyện Cánh Diều', kind: 'huyen_uy' },
  { code: 'hung-dong', name: 'Thành ủy Hừng Đông', place: 'thành phố Hừng Đông', kind: 'thanh_uy' },
  { code: 'ngon-den', name: 'Thành ủy Ngọn Đèn', place: 'thành phố Ngọn Đèn', kind: 'thanh_uy' },
] as const

export const inventedDirectCommittees = [
  { code: 'dang-uy-khoi-sang-tao', name: 'Đảng ủy Khối Sáng Tạo' },
  { code: 'dang-uy-khoi-thuong-mai', name: 'Đảng ủy Khối Thương Mại Mẫu' },
  { code: 'dang-uy-truong-la-xanh', name: 'Đảng ủy Trường Lá Xanh' },
  { code: 'dang-uy-vien-anh-sang', name: 'Đảng ủy Viện Ánh Sáng' },
  { code: 'dang-uy-cang-hai-au', name: 'Đảng ủy Cảng Hải Âu' },
  { code: 'dang-uy-nha-may-co-do', name: 'Đảng ủy Nhà máy Cờ Đỏ Mẫu' },
] as const

const first = [
  ['Đồng', 'dong'],
  ['Bến', 'ben'],
  ['Gò', 'go'],
  ['Làng', 'lang'],
  ['Vườn', 'vuon'],
  ['Bãi', 'bai'],
] as const
const second = [
  ['Mơ', 'mo'],
  ['Sen', 'sen'],
  ['Trăng', 'trang'],
  ['Nắng', 'nang'],
  ['Mây', 'may'],
  ['Diều', 'dieu'],
  ['Lúa', 'lua'],
  ['Cỏ', 'co'],
  ['Sao', 'sao'],
] as const

/** Communes, enough for all districts; the first belong to the district that the article is about. */
export const inventedCommunes: readonly { readonly code: string; readonly name: string }[] = second.flatMap(
  ([end, endCode]) =>
    first.map(([start, startCode]) => ({ code: `${startCode}-${endCode}`, name: `${start} ${end}` })),
)

const families = [
  'Nguyễn',
  'Trần',
  'Lê',
  'Phạm',
  'Hoàng',
  'Vũ',
  'Đặng',
  'Bùi',
  'Đỗ',
  'Ngô',
  'Dương',
  'Đoàn',
  'Mai',
  'Lương',
]

/** The name of the n-th invented person: a family name, and for the rest what says that they are invented. */
export function inventedPerson(number: number): string {
  return `${families[number % families.length]} Minh Hoạ ${String(number).padStart(3, '0')}`
}
