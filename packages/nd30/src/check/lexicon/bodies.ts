type Name = string | readonly [string, ...string[]]

/** What ministries care for, those of today and those of older texts. A second spelling is right too. */
const branches = [
  'Công an',
  'Công nghiệp',
  ['Công Thương', 'Công thương'],
  'Dân tộc và Tôn giáo',
  'Giáo dục và Đào tạo',
  ['Giao thông vận tải', 'Giao thông Vận tải'],
  'Kế hoạch và Đầu tư',
  'Khoa học và Công nghệ',
  'Lao động - Thương binh và Xã hội',
  'Ngoại giao',
  'Nội vụ',
  'Nông nghiệp và Môi trường',
  ['Nông nghiệp và Phát triển nông thôn', 'Nông nghiệp và Phát triển Nông thôn'],
  'Quốc phòng',
  'Tài chính',
  'Tài nguyên và Môi trường',
  'Thông tin và Truyền thông',
  'Tư pháp',
  'Văn hóa, Thể thao và Du lịch',
  'Xây dựng',
  'Y tế',
] as const satisfies readonly Name[]

const departmentsOnly = ['Ngoại vụ', 'Du lịch', 'Văn hóa và Thể thao'] as const

const named = (head: string, names: readonly Name[]): Name[] =>
  names.map((name) => {
    if (typeof name === 'string') return `${head} ${name}`
    const [first, ...also] = name as readonly [string, ...string[]]
    return [`${head} ${first}`, ...also.map((each) => `${head} ${each}`)]
  })

/** Known also where every letter is small, behind a word that leaves no other reading. */
export const ministries: readonly Name[] = named('Bộ', branches)

/** Names that are known where some capital shows that a name is meant. */
export const bodies: readonly Name[] = [
  ...ministries,
  ...named('Sở', [...branches, ...departmentsOnly]),
  'Quốc hội',
  'Chính phủ',
  'Thủ tướng Chính phủ',
  ['Phó Thủ tướng Chính phủ'],
  ['Chủ tịch nước', 'Chủ tịch Nước'],
  'Văn phòng Chính phủ',
  'Văn phòng Quốc hội',
  ['Văn phòng Chủ tịch nước', 'Văn phòng Chủ tịch Nước'],
  'Văn phòng Trung ương Đảng',
  'Thanh tra Chính phủ',
  'Ngân hàng Nhà nước Việt Nam',
  ['Kiểm toán nhà nước', 'Kiểm toán Nhà nước'],
  ['Kho bạc Nhà nước', 'Kho bạc nhà nước'],
  ['Ủy ban Thường vụ Quốc hội', 'Ủy ban thường vụ Quốc hội'],
  ['Bảo hiểm xã hội Việt Nam', 'Bảo hiểm Xã hội Việt Nam'],
  'Mặt trận Tổ quốc Việt Nam',
  'Ủy ban Mặt trận Tổ quốc Việt Nam',
  'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam',
  'Tổng Liên đoàn Lao động Việt Nam',
  'Hội Nông dân Việt Nam',
  'Hội Cựu chiến binh Việt Nam',
  'Hội Liên hiệp Phụ nữ Việt Nam',
  'Hội Chữ thập đỏ Việt Nam',
  'Đoàn Thanh niên Cộng sản Hồ Chí Minh',
  'Đảng Cộng sản Việt Nam',
  'Ban Chấp hành Trung ương',
  'Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam',
  'Ban Bí thư',
  'Bộ Chính trị',
  'Liên hợp quốc',
]

/** Annex II, part IV, 1.a writes `Hội đồng nhân dân tỉnh Sơn La`; the Party's own texts write otherwise. */
export const peoplesBodies: readonly Name[] = [
  'Hội đồng nhân dân',
  'Ủy ban nhân dân',
  'Tòa án nhân dân',
  ['Viện kiểm sát nhân dân', 'Viện Kiểm sát nhân dân'],
]
