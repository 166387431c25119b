/** A page that is measured, and whose it is. */
export interface MeasuredPage {
  readonly name: string
  readonly account: string
  /** Where it is; a link on that page which leads on is followed where `follow` says how it begins. */
  readonly path: string
  readonly follow?: string
  /** Lighthouse judges it too. */
  readonly judged?: boolean
}

export const overview = '/chuong-trinh/2022'

export const measuredPages: readonly MeasuredPage[] = [
  { name: 'my work', account: 'van-phong', path: '/' },
  { name: 'overview', account: 'van-phong', path: overview, judged: true },
  { name: 'all units of the overview', account: 'van-phong', path: `${overview}/don-vi` },
  { name: 'list of works', account: 'van-phong', path: '/cong-viec', judged: true },
  { name: 'work', account: 'van-phong', path: '/cong-viec/2022-tu-ky-001', judged: true },
  { name: 'registration', account: 'tu-ky', path: '/cong-viec/dang-ky' },
  { name: 'appraisals', account: 'van-phong', path: '/tham-dinh' },
  { name: 'decisions', account: 'van-phong', path: '/quyet-dinh' },
  { name: 'decision', account: 'van-phong', path: '/quyet-dinh', follow: '/quyet-dinh/0' },
  { name: 'new decision', account: 'thuong-vu', path: '/quyet-dinh/moi' },
  { name: 'settings of the programme', account: 'van-phong', path: `${overview}/cai-dat` },
  { name: 'measures', account: 'van-phong', path: '/chi-so' },
  { name: 'guidance', account: 'van-phong', path: '/can-cu' },
  { name: 'article', account: 'van-phong', path: '/bai-bao' },
  { name: 'directory', account: 'to-chuc', path: '/don-vi' },
  { name: 'unit', account: 'to-chuc', path: '/don-vi/tu-ky' },
  { name: 'persons', account: 'to-chuc', path: '/nguoi' },
  { name: 'search', account: 'van-phong', path: '/tim-kiem?q=so' },
  { name: 'accounts', account: 'quan-tri', path: '/quan-tri/tai-khoan' },
  { name: 'roles', account: 'quan-tri', path: '/quan-tri/quyen' },
  { name: 'audit trail', account: 'quan-tri', path: '/nhat-ky' },
  { name: 'own account', account: 'van-phong', path: '/tai-khoan' },
  { name: 'help', account: 'van-phong', path: '/tro-giup' },
]
