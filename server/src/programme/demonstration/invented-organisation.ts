import type { OrganisationSystem, UnitId, UnitLevel } from '../../organisation/index.ts'
import {
  inventedCommunes,
  inventedDirectCommittees,
  inventedDistricts,
  inventedPerson,
} from './invented-names.ts'
import type { NamedUnits } from './named-organisation.ts'
import { type Holder, type OrganisationRows, registerFrom } from './organisation-rows.ts'

/** A body that owns works as a collective, and who speaks for it. */
export interface InventedBody {
  readonly unitId: UnitId
  readonly level: UnitLevel
  readonly isCommittee: boolean
  /** How a title says where it is: “ở xã Đồng Mơ”. */
  readonly where: string
  readonly head: Holder
}

/** A head or other person whose post a body manages, with the place of his works. */
export interface InventedPerson {
  readonly holder: Holder
  readonly where: string
}

/** An invented district: its standing committee assigns to those below it. */
export interface InventedDistrict {
  readonly committee: InventedBody
  readonly standingCommitteeId: UnitId
  readonly secretary: Holder
  readonly grassroots: readonly InventedBody[]
}

export interface InventedOrganisation {
  /** Committees directly under the provincial one. */
  readonly direct: readonly InventedBody[]
  /** Heads managed by the provincial standing committee. */
  readonly heads: readonly InventedPerson[]
  readonly districts: readonly InventedDistrict[]
  /** Under Huyện ủy Tứ Kỳ. */
  readonly tuKyBodies: readonly InventedBody[]
  readonly tuKyPersons: readonly InventedPerson[]
  readonly departments: readonly InventedBody[]
  readonly peopleCommittee: { readonly unitId: UnitId; readonly secretary: Holder }
}

const foundedBy = 'Đơn vị minh hoạ, không có thật / an illustrative unit that does not exist'
const assumedUnder =
  'Đơn vị minh hoạ, không có thật; xếp dưới Huyện ủy Tứ Kỳ là giả định để Ban Thường vụ Huyện ủy giao việc được / an illustrative unit that does not exist; its place under Huyện ủy Tứ Kỳ is an assumption, so that the Standing Committee may assign to it'

const communesOfTuKy = 22
const communesOfADistrict = 3
const departmentCount = 24
const institutionCount = 29

/** Enters everything that is invented: units, posts and holders whose very names say so. */
export function addInventedOrganisation(rows: OrganisationRows, named: NamedUnits): InventedOrganisation {
  const enter = new Inventor(rows)
  const tinhUy = named['org-tinh-uy']
  const btvTinhUy = named['org-btv-tinh-uy']
  const peopleCommitteeId = enter.unit({
    code: 'ubnd-tinh-minh-hoa',
    name: 'Ủy ban nhân dân tỉnh',
    system: 'state',
    level: 'province',
    kind: 'people-committee',
    under: { party: tinhUy },
  })
  addStaff(enter, tinhUy, named['org-huyen-uy-tu-ky'])
  const districts = inventedDistricts.map((plan, index) => {
    const from = communesOfTuKy + index * communesOfADistrict
    const communes = inventedCommunes.slice(from, from + communesOfADistrict)
    return addDistrict(enter, plan, communes, tinhUy, btvTinhUy)
  })
  const directBodies = inventedDirectCommittees.map((plan) => addDirect(enter, plan, tinhUy, btvTinhUy))
  const departments = addDepartments(enter, peopleCommitteeId, tinhUy, btvTinhUy)
  const institutions = addInstitutions(enter, tinhUy, btvTinhUy)
  const chairmen = districts.map(({ chairman }) => chairman)
  const direct = [...districts.map(({ district }) => district.committee), ...directBodies]
  const heads = [...direct, ...departments, ...institutions].map(({ head, where }) => ({
    holder: head,
    where,
  }))
  return {
    direct,
    heads: [...heads, ...chairmen],
    districts: districts.map(({ district }) => district),
    ...addUnderTuKy(enter, named),
    departments,
    peopleCommittee: {
      unitId: peopleCommitteeId,
      secretary: enter.holder(peopleCommitteeId, 'Thư ký quyết định', false, null),
    },
  }
}

interface UnitIdea {
  readonly code: string
  readonly name: string
  readonly system: OrganisationSystem
  readonly level: UnitLevel
  readonly kind: string
  readonly under: Partial<Record<OrganisationSystem, UnitId>>
  readonly actsFor?: UnitId
  readonly assumed?: boolean
}

/** Marks whatever it enters as invented. */
class Inventor {
  readonly #rows: OrganisationRows
  #persons = 0

  constructor(rows: OrganisationRows) {
    this.#rows = rows
  }

  unit({ assumed, ...idea }: UnitIdea): UnitId {
    return this.#rows.addUnit({
      ...idea,
      name: `${idea.name} (minh hoạ)`,
      foundingDocument: assumed === true ? assumedUnder : foundedBy,
      quote: null,
    })
  }

  holder(unitId: UnitId, title: string, isHead: boolean, managedBy: UnitId | null): Holder {
    this.#persons += 1
    return this.#rows.addHolder({
      unitId,
      title: `${title} (minh hoạ)`,
      isHead,
      managedBy,
      holderName: inventedPerson(this.#persons),
      quote: null,
      from: registerFrom,
      document: 'Quyết định minh hoạ',
    })
  }

  body(idea: UnitIdea & { headTitle: string; managedBy: UnitId | null; where: string }): InventedBody {
    const { headTitle, managedBy, where, ...unit } = idea
    const unitId = this.unit(unit)
    return {
      unitId,
      level: idea.level,
      isCommittee: ['committee', 'huyen_uy', 'thanh_uy', 'dang_uy_truc_thuoc'].includes(idea.kind),
      where,
      head: this.holder(unitId, headTitle, true, managedBy),
    }
  }
}

/** The offices in which the holders of the accounts sit; they own no works. */
function addStaff(enter: Inventor, tinhUy: UnitId, tuKy: UnitId): void {
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

function addDistrict(
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
      secretary: enter.holder(standingCommitteeId, 'Thư ký quyết định', false, null),
      grassroots: communes.flatMap((commune) =>
        addCommune(enter, commune, committee.unitId, standingCommitteeId, 1),
      ),
    },
    chairman: { holder: enter.holder(people, 'Chủ tịch', true, btvTinhUy), where },
  }
}

/** A commune's committee with cells in its hamlets. */
function addCommune(
  enter: Inventor,
  commune: (typeof inventedCommunes)[number],
  committeeId: UnitId,
  managedBy: UnitId,
  cells: number,
): readonly [InventedBody, ...InventedBody[]] {
  const committee = enter.body({
    code: commune.code,
    name: `Đảng ủy xã ${commune.name}`,
    system: 'party',
    level: 'grassroots',
    kind: 'committee',
    under: { party: committeeId },
    headTitle: 'Bí thư',
    managedBy,
    where: `ở xã ${commune.name}`,
  })
  const below = Array.from({ length: cells }, (_, index) =>
    enter.body({
      code: `chi-bo-thon-${index + 1}-${commune.code}`,
      name: `Chi bộ Thôn ${index + 1}, xã ${commune.name}`,
      system: 'party',
      level: 'grassroots',
      kind: 'party-cell',
      under: { party: committee.unitId },
      headTitle: 'Bí thư chi bộ',
      managedBy: null,
      where: `ở thôn ${index + 1} xã ${commune.name}`,
    }),
  )
  return [committee, ...below]
}

function addDirect(
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
    where: `của ${plan.name}`,
  })
}

function addDepartments(
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
      where: `tại Sở minh hoạ ${number}`,
    })
  })
}

/** Boards, mass organisations and institutions of the province whose heads it manages. */
function addInstitutions(enter: Inventor, tinhUy: UnitId, btvTinhUy: UnitId): readonly InventedBody[] {
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
      where: `tại ${prefix} minh hoạ ${number}`,
    })
  })
}

function addUnderTuKy(
  enter: Inventor,
  named: NamedUnits,
): Pick<InventedOrganisation, 'tuKyBodies' | 'tuKyPersons'> {
  const tuKy = named['org-huyen-uy-tu-ky']
  const managedBy = named['org-btv-huyen-uy-tu-ky']
  const communes = inventedCommunes
    .slice(0, communesOfTuKy)
    .map((commune) => addTuKyCommune(enter, commune, tuKy, managedBy))
  const offices = addTuKyOffices(enter, tuKy, managedBy)
  return {
    tuKyBodies: [
      ...communes.flatMap(({ bodies }) => bodies),
      ...offices.filter(({ registers }) => registers).map(({ body }) => body),
    ],
    tuKyPersons: [
      ...communes.flatMap(({ persons }) => persons),
      ...offices.flatMap(({ body, deputy }) => [
        { holder: body.head, where: body.where },
        ...(deputy === null ? [] : [{ holder: deputy, where: body.where }]),
      ]),
    ],
  }
}

function addTuKyCommune(
  enter: Inventor,
  commune: (typeof inventedCommunes)[number],
  tuKy: UnitId,
  managedBy: UnitId,
): { bodies: readonly InventedBody[]; persons: readonly InventedPerson[] } {
  const [committee, ...cells] = addCommune(enter, commune, tuKy, managedBy, 2)
  const { where } = committee
  const people = enter.unit({
    code: `ubnd-${commune.code}`,
    name: `Ủy ban nhân dân xã ${commune.name}`,
    system: 'state',
    level: 'grassroots',
    kind: 'people-committee',
    under: { party: committee.unitId },
  })
  const holders = [
    committee.head,
    enter.holder(committee.unitId, 'Phó Bí thư Thường trực', false, managedBy),
    enter.holder(people, 'Chủ tịch', true, managedBy),
    enter.holder(people, 'Phó Chủ tịch', false, managedBy),
    enter.holder(committee.unitId, 'Chủ nhiệm Ủy ban Kiểm tra', false, managedBy),
  ]
  return { bodies: [committee, ...cells], persons: holders.map((holder) => ({ holder, where })) }
}

interface Office {
  readonly body: InventedBody
  readonly deputy: Holder | null
  /** Whether the body registers works of its own; of the others only the persons do. */
  readonly registers: boolean
}

function addTuKyOffices(enter: Inventor, tuKy: UnitId, managedBy: UnitId): readonly Office[] {
  const kinds = [
    {
      name: 'Ban xây dựng Đảng',
      code: 'ban-xdd',
      system: 'party',
      kind: 'other',
      count: 4,
      title: 'Trưởng ban',
    },
    {
      name: 'Mặt trận cụm',
      code: 'mat-tran-cum',
      system: 'front',
      kind: 'front',
      count: 4,
      title: 'Chủ tịch',
    },
    {
      name: 'Đoàn thể huyện',
      code: 'doan-the-huyen',
      system: 'mass',
      kind: 'mass',
      count: 5,
      title: 'Chủ tịch',
    },
    {
      name: 'Chi bộ cơ quan',
      code: 'chi-bo-co-quan',
      system: 'party',
      kind: 'party-cell',
      count: 10,
      title: 'Bí thư',
    },
    {
      name: 'Phòng chuyên môn',
      code: 'phong',
      system: 'state',
      kind: 'division',
      count: 12,
      title: 'Trưởng phòng',
    },
  ] as const
  return kinds.flatMap(({ name, code, system, kind, count, title }) =>
    Array.from({ length: count }, (_, index) => {
      const number = String(index + 1).padStart(2, '0')
      const body = enter.body({
        code: `${code}-minh-hoa-${number}`,
        name: `${name} minh hoạ ${number}`,
        system,
        level: kind === 'party-cell' ? 'grassroots' : 'district',
        kind,
        under: system === 'party' || system === 'state' ? { party: tuKy } : { [system]: tuKy, party: tuKy },
        assumed: true,
        headTitle: title,
        managedBy,
        where: `tại ${name} minh hoạ ${number}`,
      })
      const hasDeputy = kind !== 'party-cell'
      const deputy = hasDeputy ? enter.holder(body.unitId, `Phó ${title}`, false, managedBy) : null
      return { body, deputy, registers: system !== 'state' }
    }),
  )
}
