import { foldWord } from './words.ts'

/**
 * How officials shorten what they write all day: the short form, and what it can stand for. Only forms that are common in
 * papers of the Party and the State; those of a unit's own name come from the directory (`search_initials`).
 */
const written: readonly (readonly [short: string, ...long: string[]])[] = [
  // Bodies
  ['UBND', 'ủy ban nhân dân'],
  ['UB', 'ủy ban'],
  ['HĐND', 'hội đồng nhân dân'],
  ['MTTQ', 'mặt trận tổ quốc', 'mặt trận'],
  ['MT', 'mặt trận', 'môi trường'],
  ['BTV', 'ban thường vụ'],
  ['BCH', 'ban chấp hành'],
  ['BCS', 'ban cán sự'],
  ['BCĐ', 'ban chỉ đạo'],
  ['BTG', 'ban tuyên giáo'],
  ['BTC', 'ban tổ chức', 'bộ tài chính'],
  ['BNC', 'ban nội chính'],
  ['BDV', 'ban dân vận'],
  ['BQL', 'ban quản lý'],
  ['UBKT', 'ủy ban kiểm tra'],
  ['UBMT', 'ủy ban mặt trận'],
  ['VP', 'văn phòng'],
  ['TU', 'tỉnh ủy', 'trung ương'],
  ['TƯ', 'trung ương'],
  ['TW', 'trung ương'],
  ['HU', 'huyện ủy'],
  ['ThU', 'thành ủy'],
  ['ĐU', 'đảng ủy'],
  ['ĐUK', 'đảng ủy khối'],
  ['CB', 'chi bộ', 'cán bộ'],
  ['ĐB', 'đảng bộ'],
  ['ĐV', 'đảng viên', 'đơn vị', 'đoàn viên'],
  ['CQ', 'cơ quan', 'chính quyền'],
  ['TTHĐND', 'thường trực hội đồng nhân dân'],
  ['LĐLĐ', 'liên đoàn lao động'],
  ['CĐ', 'công đoàn', 'chuyển đổi'],
  ['ĐTN', 'đoàn thanh niên'],
  ['TN', 'thanh niên', 'tài nguyên'],
  ['TNCS', 'thanh niên cộng sản'],
  ['PN', 'phụ nữ'],
  ['HLHPN', 'hội liên hiệp phụ nữ'],
  ['HPN', 'hội phụ nữ'],
  ['CCB', 'cựu chiến binh'],
  ['ND', 'nông dân', 'nhân dân'],
  ['TAND', 'tòa án nhân dân'],
  ['VKSND', 'viện kiểm sát nhân dân'],
  ['VKS', 'viện kiểm sát'],
  ['CA', 'công an'],
  ['QS', 'quân sự'],
  ['BCHQS', 'bộ chỉ huy quân sự', 'ban chỉ huy quân sự'],
  // Fields of the departments
  ['TTTT', 'thông tin truyền thông'],
  ['TT&TT', 'thông tin truyền thông'],
  ['TT', 'thông tin', 'trung tâm', 'thị trấn', 'truyền thông', 'thanh tra', 'thường trực', 'trật tự'],
  ['KHCN', 'khoa học công nghệ'],
  ['KHĐT', 'kế hoạch đầu tư'],
  ['GDĐT', 'giáo dục đào tạo'],
  ['GD', 'giáo dục'],
  ['ĐT', 'đào tạo', 'đầu tư', 'đô thị'],
  ['NN', 'nông nghiệp', 'nhà nước'],
  ['NNPTNT', 'nông nghiệp phát triển nông thôn'],
  ['PTNT', 'phát triển nông thôn'],
  ['TNMT', 'tài nguyên môi trường'],
  ['LĐTBXH', 'lao động thương binh xã hội'],
  ['LĐ', 'lao động', 'lãnh đạo'],
  ['TBXH', 'thương binh xã hội'],
  ['VHTTDL', 'văn hóa thể thao du lịch'],
  ['VH', 'văn hóa'],
  ['VHXH', 'văn hóa xã hội'],
  ['KTXH', 'kinh tế xã hội'],
  ['KT', 'kinh tế', 'kiểm tra', 'kỹ thuật'],
  ['XH', 'xã hội'],
  ['DL', 'du lịch', 'dữ liệu'],
  ['GTVT', 'giao thông vận tải'],
  ['GT', 'giao thông'],
  ['XD', 'xây dựng'],
  ['XDĐ', 'xây dựng đảng'],
  ['TC', 'tài chính', 'tổ chức', 'tiêu chí'],
  ['NV', 'nội vụ', 'nhiệm vụ'],
  ['TP', 'thành phố', 'tư pháp'],
  ['YT', 'y tế'],
  ['CT', 'công thương', 'chủ tịch', 'chương trình', 'chỉ thị', 'công ty', 'công trình'],
  ['KCN', 'khu công nghiệp'],
  ['CCN', 'cụm công nghiệp'],
  ['CN', 'công nghiệp', 'công nghệ', 'công nhân'],
  ['BHXH', 'bảo hiểm xã hội'],
  ['BHYT', 'bảo hiểm y tế'],
  ['ANTT', 'an ninh trật tự'],
  ['ANQP', 'an ninh quốc phòng'],
  ['QP', 'quốc phòng'],
  ['ATGT', 'an toàn giao thông'],
  ['ATTP', 'an toàn thực phẩm'],
  ['VSMT', 'vệ sinh môi trường'],
  ['VSATTP', 'vệ sinh an toàn thực phẩm'],
  ['PCCC', 'phòng cháy chữa cháy'],
  ['ANM', 'an ninh mạng'],
  ['CNTT', 'công nghệ thông tin'],
  ['ATTT', 'an toàn thông tin'],
  // Work that has its own name
  ['CĐS', 'chuyển đổi số'],
  ['CCHC', 'cải cách hành chính'],
  ['HC', 'hành chính'],
  ['TTHC', 'thủ tục hành chính'],
  ['DVC', 'dịch vụ công'],
  ['DVCTT', 'dịch vụ công trực tuyến'],
  ['DV', 'dịch vụ', 'dân vận'],
  ['TTPVHCC', 'trung tâm phục vụ hành chính công'],
  ['NTM', 'nông thôn mới'],
  ['NT', 'nông thôn'],
  ['ĐMST', 'đổi mới sáng tạo'],
  ['ĐMPT', 'đổi mới phát triển'],
  ['CNC', 'công nghệ cao'],
  ['NNCNC', 'nông nghiệp công nghệ cao'],
  ['HTX', 'hợp tác xã'],
  ['THT', 'tổ hợp tác'],
  ['DN', 'doanh nghiệp'],
  ['DNNVV', 'doanh nghiệp nhỏ và vừa'],
  ['GPMB', 'giải phóng mặt bằng'],
  ['MB', 'mặt bằng'],
  ['TĐC', 'tái định cư'],
  ['QSDĐ', 'quyền sử dụng đất'],
  ['QH', 'quy hoạch', 'quốc hội'],
  ['CSDL', 'cơ sở dữ liệu'],
  ['SXNN', 'sản xuất nông nghiệp'],
  ['SX', 'sản xuất'],
  ['KKT', 'khu kinh tế'],
  ['NQ', 'nghị quyết'],
  ['MTĐT', 'môi trường đầu tư'],
  ['NSNN', 'ngân sách nhà nước'],
  ['XKLĐ', 'xuất khẩu lao động'],
  ['GQVL', 'giải quyết việc làm'],
  ['KNTC', 'khiếu nại tố cáo'],
  ['TDC', 'tiếp dân', 'tiếp công dân'],
  ['QCDC', 'quy chế dân chủ'],
  ['TĐKT', 'thi đua khen thưởng'],
  ['CBCC', 'cán bộ công chức'],
  ['CBCCVC', 'cán bộ công chức viên chức'],
  ['CC', 'công chức', 'chung cư'],
  ['ĐVCC', 'đơn vị công lập'],
  ['TDP', 'tổ dân phố'],
  ['KDC', 'khu dân cư'],
  ['MN', 'mầm non'],
  ['TH', 'tiểu học', 'tổng hợp', 'thực hiện'],
  ['THCS', 'trung học cơ sở'],
  ['THPT', 'trung học phổ thông'],
  ['HS', 'học sinh', 'hồ sơ'],
  ['BV', 'bệnh viện', 'bảo vệ'],
  ['BVĐK', 'bệnh viện đa khoa'],
  ['ĐK', 'đa khoa', 'đăng ký'],
  ['NCC', 'người có công'],
  ['HN', 'hộ nghèo', 'hội nghị'],
  ['BLGĐ', 'bạo lực gia đình'],
  ['ANND', 'an ninh nhân dân'],
  ['KN', 'khởi nghiệp', 'kiến nghị'],
  ['LS', 'lịch sử'],
  ['DT', 'di tích', 'diện tích', 'dân tộc'],
  ['VB', 'văn bản'],
  ['CL', 'chất lượng'],
  ['HQ', 'hiệu quả'],
  ['ĐĐ', 'đất đai', 'đạo đức'],
  // Persons and posts
  ['CTUBND', 'chủ tịch ủy ban nhân dân'],
  ['PCT', 'phó chủ tịch'],
  ['BT', 'bí thư'],
  ['PBT', 'phó bí thư'],
  ['GĐ', 'giám đốc', 'giai đoạn', 'gia đình'],
  ['PGĐ', 'phó giám đốc'],
  ['TGĐ', 'tổng giám đốc'],
  ['TP', 'trưởng phòng'],
  ['TB', 'thông báo', 'trưởng ban', 'thương binh'],
  ['CVP', 'chánh văn phòng'],
  ['CNUBKT', 'chủ nhiệm ủy ban kiểm tra'],
  // Kinds of papers
  ['QĐ', 'quyết định'],
  ['KH', 'kế hoạch', 'khoa học'],
  ['KL', 'kết luận'],
  ['BC', 'báo cáo'],
  ['CV', 'công văn', 'chuyên viên'],
  ['TTr', 'tờ trình'],
  ['HD', 'hướng dẫn'],
  ['CTr', 'chương trình'],
  ['ĐA', 'đề án'],
  ['DA', 'dự án'],
  // What officials call the places
  ['TX', 'thị xã'],
  ['HD', 'hải dương'],
  ['SL', 'số liệu'],
]

const connectives = new Set(['va', 'cua', 'cac', 've'])

const wordsWithout = (text: string): string[] =>
  foldWord(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !connectives.has(word))

const longForms = new Map<string, (readonly string[])[]>()
const shortForms: { readonly words: readonly string[]; readonly short: string }[] = []
for (const [short, ...longs] of written) {
  const key = foldWord(short).replace(/[^a-z0-9]/g, '')
  for (const long of longs) {
    const words = wordsWithout(long)
    longForms.set(key, [...(longForms.get(key) ?? []), words])
    shortForms.push({ words, short: key })
  }
}

/** What an abbreviation without accents can stand for, each as its words without accents; none where it is no known one. */
export const expansionsOf = (short: string): readonly (readonly string[])[] => longForms.get(short) ?? []

/** A run of words that officials shorten, and how: [from, to) are places in `words`. */
export interface ShortenedRun {
  readonly from: number
  readonly to: number
  readonly short: string
}

/** The runs among words without accents that have an abbreviation; `và` and the like may stand between. */
export function shortenedRuns(words: readonly string[]): readonly ShortenedRun[] {
  const kept = words.flatMap((word, place) => (connectives.has(word) ? [] : [{ word, place }]))
  return shortForms.flatMap(({ words: long, short }) =>
    long.length < 2
      ? []
      : kept.flatMap((_, start) => {
          const run = kept.slice(start, start + long.length)
          const isIt = run.length === long.length && long.every((word, index) => run[index]?.word === word)
          const [first, last] = [run[0], run.at(-1)]
          return isIt && first && last ? [{ from: first.place, to: last.place + 1, short }] : []
        }),
  )
}
