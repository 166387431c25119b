import type { UnitId } from '../../organisation/index.ts'
import type { inventedCommunes, inventedDirectCommittees, inventedDistricts } from './invented-names.ts'
import { addCommune, type InventedBody, type InventedPerson, type Inventor } from './inventor.ts'
import type { Holder } from './organisation-rows.ts'

/** An invented district: its standing committee assigns to those below it. */
export interface InventedDistrict {
  readonly committee: InventedBody
  readonly standingCommitteeId: UnitId
  /** What its papers are numbered with. */
  readonly symbol: string
  readonly secretary: Holder
  readonly grassroots: readonly InventedBody[]
}

const departmentCount = 24
const institutionCount = 29

/** The offices in which the holders of the accounts sit; they own no works. */
export function addStaff(enter: Inventor, tinhUy: UnitId, tuKy: UnitId): void {
  const party = { system: 'party', level: 'province', under: { party: tinhUy } } as const
  enter.unit({ ...party, code: 'van-phong-tinh-uy', name: 'Văn phòng Tỉnh ủy', kind: 'office' })
  enter.unit({ ...party, code: 'ubkt-tinh-uy', name: 'Ủy ban Kiểm tra Tỉnh ủy', kind: 'inspection' })
  enter.unit({
    ...party,
    code: 'ban-to-chuc-tinh-uy',
    name: 'Ban Tổ chức Tỉnh ủy',
    kind: 'organisation-board',
  })
  enter.unit({
    code: 'to-tham-dinh-tu-ky',
    name: 'Tổ thẩm định Huyện ủy Tứ Kỳ',
    system: 'party',
    level: 'district',
    kind: 'office',
    under: { party: tuKy },
  })
}

export function addDistrict(
  enter: Inventor,
  plan: (typeof inventedDistricts)[number],
  communes: typeof inventedCommunes,
  tinhUy: UnitId,
  btvTinhUy: UnitId,
): { district: InventedDistrict; chairman: InventedPerson } {
  const where = `ở ${plan.place}`
  const committee = enter.body({
    code: plan.code,
    name: plan.name,
    system: 'party',
    level: 'district',
    kind: plan.kind,
    under: { party: tinhUy },
    headTitle: 'Bí thư',
    managedBy: btvTinhUy,
    where,
    setting: 'local',
  })
  const standingCommitteeId = enter.unit({
    code: `btv-${plan.code}`,
    name: `Ban Thường vụ ${plan.name}`,
    system: 'party',
    level: 'district',
    kind: 'btv',
    under: { party: committee.unitId },
    actsFor: committee.unitId,
  })
  const people = enter.unit({
    code: `ubnd-${plan.code}`,
    name: `Ủy ban nhân dân ${plan.place}`,
    system: 'state',
    level: 'district',
    kind: 'people-committee',
    under: { party: committee.unitId },
  })
  return {
    district: {
      committee,
      standingCommitteeId,
      symbol: plan.kind === 'thanh_uy' ? 'ThU' : 'HU',
      secretary: enter.holder(standingCommitteeId, 'Thư ký quyết định', false, null),
      grassroots: communes.flatMap((commune) =>
        addCommune(enter, commune, committee.unitId, standingCommitteeId, 1),
      ),
    },
    chairman: { holder: enter.holder(people, 'Chủ tịch', true, btvTinhUy), where, setting: 'local' },
  }
}

export function addDirect(
  enter: Inventor,
  plan: (typeof inventedDirectCommittees)[number],
  tinhUy: UnitId,
  btvTinhUy: UnitId,
): InventedBody {
  return enter.body({
    ...plan,
    system: 'party',
    level: 'direct',
    kind: 'dang_uy_truc_thuoc',
    under: { party: tinhUy },
    headTitle: 'Bí thư',
    managedBy: btvTinhUy,
    where: null,
    setting: 'office',
  })
}

export function addDepartments(
  enter: Inventor,
  peopleCommitteeId: UnitId,
  tinhUy: UnitId,
  btvTinhUy: UnitId,
): readonly InventedBody[] {
  return Array.from({ length: departmentCount }, (_, index) => {
    const number = String(index + 1).padStart(2, '0')
    return enter.body({
      code: `so-minh-hoa-${number}`,
      name: `Sở minh hoạ ${number}`,
      system: 'state',
      level: 'province',
      kind: 'department',
      under: { state: peopleCommitteeId, party: tinhUy },
      headTitle: 'Giám đốc',
      managedBy: btvTinhUy,
      where: null,
      setting: 'office',
    })
  })
}

/** Boards, mass organisations and institutions of the province whose heads it manages. */
export function addInstitutions(enter: Inventor, tinhUy: UnitId, btvTinhUy: UnitId): readonly InventedBody[] {
  const kinds = [
    { prefix: 'Ban Chuyên đề', code: 'ban-chuyen-de', system: 'party', kind: 'other', title: 'Trưởng ban' },
    { prefix: 'Đoàn thể tỉnh', code: 'doan-the-tinh', system: 'mass', kind: 'mass', title: 'Chủ tịch' },
    { prefix: 'Trung tâm', code: 'trung-tam', system: 'state', kind: 'other', title: 'Giám đốc' },
    { prefix: 'Công ty', code: 'cong-ty', system: 'enterprise', kind: 'enterprise', title: 'Tổng giám đốc' },
  ] as const
  return Array.from({ length: institutionCount }, (_, index) => {
    const { prefix, code, system, kind, title } = kinds[index % kinds.length] ?? kinds[0]
    const number = String(Math.floor(index / kinds.length) + 1).padStart(2, '0')
    return enter.body({
      code: `${code}-${number}`,
      name: `${prefix} minh hoạ ${number}`,
      system,
      level: 'province',
      kind,
      under: { party: tinhUy },
      headTitle: title,
      managedBy: btvTinhUy,
      where: null,
      setting: 'office',
    })
  })
}
