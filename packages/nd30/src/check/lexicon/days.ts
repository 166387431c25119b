/** Annex II, part V, 8: the word that tells which weekday. */
export const weekdayWords = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'] as const

export const monthWords = [
  'Giêng',
  'Hai',
  'Ba',
  'Tư',
  'Năm',
  'Sáu',
  'Bảy',
  'Tám',
  'Chín',
  'Mười',
  'Chạp',
] as const

/** Feasts behind the word `tết`. */
export const feasts = [
  'Nguyên đán',
  'Trung thu',
  'Đoan ngọ',
  'Thanh minh',
  'Nguyên tiêu',
  'Hàn thực',
] as const

export const stems = ['Giáp', 'Ất', 'Bính', 'Đinh', 'Mậu', 'Kỷ', 'Canh', 'Tân', 'Nhâm', 'Quý'] as const

export const branchesOfYears = [
  'Tý',
  'Sửu',
  'Dần',
  'Mão',
  'Thìn',
  'Tỵ',
  'Tị',
  'Ngọ',
  'Mùi',
  'Thân',
  'Dậu',
  'Tuất',
  'Hợi',
] as const
