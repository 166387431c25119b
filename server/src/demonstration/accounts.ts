import type { Role, DemonstrationAccount as SignInAccount } from '../identity/index.ts'
import type { UnitId } from '../organisation/index.ts'
import { type Holder, type OrganisationRows, registerFrom } from './organisation/organisation-rows.ts'

/** One password for all: it stands on the sign-in page, because the demonstration has nothing to guard. */
export const demonstrationPassword = 'Minh-hoa-2022!'

/** An account of the demonstration, as the sign-in page and the start of the server show it. */
export interface DemonstrationAccount extends SignInAccount {
  readonly roles: readonly Role[]
}

interface AccountPlan {
  readonly vi: string
  readonly en: string
  /** Code of the unit in which the post stands. */
  readonly unit: string
  /** The post and person that are entered for the account; null where it belongs to the invented head of the unit. */
  readonly post: { readonly title: string; readonly holder: string } | null
  /** What the roles reach; the department has no parent in the article and is granted next to the province's subtree. */
  readonly over: 'province' | 'tu-ky' | 'own'
  readonly roles: readonly Role[]
}

/**
 * Who can sign in. All of them are invented persons in invented posts, also where the unit is one that the article
 * names; `chi-bo` and `cap-truong` head bodies of the invented filling.
 */
const plans = {
  'van-phong': {
    vi: 'Văn phòng Tỉnh ủy: mở năm, thẩm định, theo dõi',
    en: 'Provincial programme office: opens the year, appraises, monitors',
    unit: 'van-phong-tinh-uy',
    post: { title: 'Chuyên viên chương trình (minh hoạ)', holder: 'Cán bộ minh hoạ Văn Phòng' },
    over: 'province',
    roles: ['programme-admin', 'appraiser', 'monitor'],
  },
  'thuong-vu': {
    vi: 'Ban Thường vụ Tỉnh ủy: ghi quyết định, nghiệm thu',
    en: 'Provincial Standing Committee: records decisions, accepts results',
    unit: 'btv-tinh-uy',
    post: { title: 'Thư ký quyết định (minh hoạ)', holder: 'Cán bộ minh hoạ Thường Vụ' },
    over: 'province',
    roles: ['decider'],
  },
  'tu-ky': {
    vi: 'Huyện ủy Tứ Kỳ: đăng ký, báo cáo việc của Huyện ủy, theo dõi cấp dưới',
    en: 'Huyện ủy Tứ Kỳ: registers and reports its own works, watches those below',
    unit: 'tu-ky',
    post: { title: 'Chuyên viên tổng hợp (minh hoạ)', holder: 'Cán bộ minh hoạ Tứ Kỳ' },
    over: 'tu-ky',
    roles: ['registrant', 'monitor'],
  },
  'btv-tu-ky': {
    vi: 'Ban Thường vụ Huyện ủy Tứ Kỳ: ghi quyết định, nghiệm thu',
    en: 'Standing Committee of Huyện ủy Tứ Kỳ: records decisions, accepts results',
    unit: 'btv-tu-ky',
    post: { title: 'Thư ký quyết định (minh hoạ)', holder: 'Cán bộ minh hoạ Thường Vụ Huyện' },
    over: 'tu-ky',
    roles: ['decider'],
  },
  'tham-dinh-tu-ky': {
    vi: 'Tổ thẩm định Tứ Kỳ: thẩm định, theo dõi, xác nhận minh chứng',
    en: 'Appraisal team of Tứ Kỳ: appraises, monitors, confirms evidence',
    unit: 'to-tham-dinh-tu-ky',
    post: { title: 'Tổ trưởng (minh hoạ)', holder: 'Cán bộ minh hoạ Thẩm Định' },
    over: 'tu-ky',
    roles: ['appraiser', 'monitor'],
  },
  'van-thu-tu-ky': {
    vi: 'Văn thư Huyện ủy Tứ Kỳ: nhập thay, không trình thay',
    en: 'Clerk of Huyện ủy Tứ Kỳ: types for others, submits for nobody',
    unit: 'tu-ky',
    post: { title: 'Văn thư (minh hoạ)', holder: 'Cán bộ minh hoạ Văn Thư' },
    over: 'own',
    roles: ['unit-clerk'],
  },
  'so-tttt': {
    vi: 'Sở Thông tin và Truyền thông: đăng ký, báo cáo việc của sở',
    en: 'Department of Information and Communications: registers and reports its works',
    unit: 'so-tttt',
    post: { title: 'Chuyên viên tổng hợp (minh hoạ)', holder: 'Cán bộ minh hoạ Sở' },
    over: 'own',
    roles: ['registrant'],
  },
  'chi-bo': {
    vi: 'Bí thư một chi bộ minh hoạ ở Tứ Kỳ: đăng ký, báo cáo',
    en: 'Secretary of an invented Party cell in Tứ Kỳ: registers, reports',
    unit: 'chi-bo-thon-1-dong-mo',
    post: null,
    over: 'own',
    roles: ['registrant'],
  },
  'cap-truong': {
    vi: 'Cấp trưởng minh hoạ: việc cá nhân trong 178 việc',
    en: 'An invented head: a personal work among the 178',
    unit: 'so-minh-hoa-01',
    post: null,
    over: 'own',
    roles: ['registrant'],
  },
  'kiem-tra': {
    vi: 'Ủy ban Kiểm tra: xem mọi việc trong phạm vi',
    en: 'Inspection commission: reads everything in its scope',
    unit: 'ubkt-tinh-uy',
    post: { title: 'Kiểm tra viên (minh hoạ)', holder: 'Cán bộ minh hoạ Kiểm Tra' },
    over: 'province',
    roles: ['inspector'],
  },
  'to-chuc': {
    vi: 'Ban Tổ chức: danh bạ đơn vị và chức vụ',
    en: 'Organisation board: the directory of units and posts',
    unit: 'ban-to-chuc-tinh-uy',
    post: { title: 'Chuyên viên tổ chức (minh hoạ)', holder: 'Cán bộ minh hoạ Tổ Chức' },
    over: 'province',
    roles: ['directory-admin'],
  },
  'quan-tri': {
    vi: 'Quản trị kỹ thuật: xem số liệu, không xem minh chứng',
    en: 'Technical administrator: reads figures, never evidence',
    unit: 'van-phong-tinh-uy',
    post: { title: 'Quản trị hệ thống (minh hoạ)', holder: 'Cán bộ minh hoạ Quản Trị' },
    over: 'province',
    roles: ['system-admin'],
  },
  'bao-mat': {
    vi: 'Phụ trách bảo vệ bí mật nhà nước: cô lập, xoá nội dung lộ lọt, không đọc',
    en: 'Officer for state secrets: isolates and erases what spilled, reads none of it',
    unit: 'van-phong-tinh-uy',
    post: {
      title: 'Phụ trách bảo vệ bí mật nhà nước (minh hoạ)',
      holder: 'Cán bộ minh hoạ Bảo Vệ Bí Mật',
    },
    over: 'province',
    roles: ['secrecy-officer'],
  },
} as const satisfies Record<string, AccountPlan>

export type Username = keyof typeof plans

const entries = Object.entries(plans) as readonly [Username, AccountPlan][]

/** What the sign-in page and the start of the server show. */
export const demonstrationAccounts: readonly DemonstrationAccount[] = entries.map(([username, plan]) => ({
  username,
  password: demonstrationPassword,
  label_vi: plan.vi,
  label_en: plan.en,
  roles: plan.roles,
}))

/** Who an account belongs to, and what its post may do. */
export interface AccountHolder {
  readonly username: Username
  readonly holder: Holder
  readonly grants: readonly { readonly role: Role; readonly unitId: UnitId }[]
}

/** Enters the holders of the accounts; the units and their heads must be there. */
export function addAccountHolders(
  rows: OrganisationRows,
  unitOf: (code: string) => UnitId,
  headOf: (code: string) => Holder,
): readonly AccountHolder[] {
  return entries.map(([username, plan]) => {
    const unitId = unitOf(plan.unit)
    const holder = plan.post === null ? headOf(plan.unit) : addPost(rows, unitId, plan.post)
    const roots = {
      province: [unitOf('tinh-uy'), unitOf('so-tttt')],
      'tu-ky': [unitOf('tu-ky')],
      own: [unitId],
    }[plan.over]
    // Registering is granted over the own unit alone, whatever else is watched.
    const grants = plan.roles.flatMap((role) =>
      (role === 'registrant' ? [unitId] : roots).map((root) => ({ role, unitId: root })),
    )
    return { username, holder, grants }
  })
}

function addPost(rows: OrganisationRows, unitId: UnitId, post: NonNullable<AccountPlan['post']>): Holder {
  return rows.addHolder({
    unitId,
    title: post.title,
    isHead: false,
    managedBy: null,
    holderName: post.holder,
    quote: null,
    from: registerFrom,
    document: 'Tài khoản của bản minh hoạ',
  })
}
