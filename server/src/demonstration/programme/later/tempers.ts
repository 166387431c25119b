/** How a body works: one sets the example, a few are always behind, most are like most. */
export type Temper = 'exemplary' | 'usual' | 'slow'

const exemplary: ReadonlySet<string> = new Set(['dong-xanh', 'ubnd-dong-xanh'])

const slow: ReadonlySet<string> = new Set([
  'gio-nam',
  'so-minh-hoa-07',
  'so-minh-hoa-15',
  'doan-the-tinh-03',
  'ben-sen',
  'ubnd-ben-sen',
  'chi-bo-thon-1-go-trang',
])

/** By the code of the unit; what stands below it in a commune works as its commune does. */
export function temperOf(unitCode: string): Temper {
  if (exemplary.has(unitCode)) return 'exemplary'
  return slow.has(unitCode) ? 'slow' : 'usual'
}
