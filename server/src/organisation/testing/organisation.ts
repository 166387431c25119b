import type { Actor, Grant } from '../../platform/context.ts'
import { newId } from '../../platform/id.ts'
import { type TestDatabase, testNow } from '../../platform/testing/database.ts'
import { plainDate } from '../../platform/time/plain-date.ts'
import { importOrganisation, type OrganisationData } from '../import-organisation.ts'
import type { HoldingId, OrganisationSystem, PersonId, PostId, UnitId, UnitLevel } from '../tables.ts'

/** The day on which everything in the tests' organisation begins. */
export const testFoundedOn = plainDate('2021-01-01')

interface UnitPlan {
  readonly name: string
  readonly system: OrganisationSystem
  readonly level: UnitLevel
  readonly kind: string
  readonly under?: Partial<Record<OrganisationSystem, string>>
  readonly actsFor?: string
}

const partyUnder = (
  under: string,
  level: UnitLevel,
  kind: string,
  name: string,
  actsFor?: string,
): UnitPlan => ({
  name,
  system: 'party',
  level,
  kind,
  under: { party: under },
  ...(actsFor === undefined ? {} : { actsFor }),
})

/** By code; a parent stands before its children. */
const unitPlans = {
  'tinh-uy': { name: 'Tỉnh ủy', system: 'party', level: 'province', kind: 'committee' },
  'btv-tinh-uy': partyUnder('tinh-uy', 'province', 'btv', 'Ban Thường vụ Tỉnh ủy', 'tinh-uy'),
  'van-phong-tinh-uy': partyUnder('tinh-uy', 'province', 'office', 'Văn phòng Tỉnh ủy'),
  'ban-tuyen-giao': partyUnder('tinh-uy', 'province', 'propaganda', 'Ban Tuyên giáo Tỉnh ủy'),
  'ubkt-tinh-uy': partyUnder('tinh-uy', 'province', 'inspection', 'Ủy ban Kiểm tra Tỉnh ủy'),
  'dang-uy-khoi': partyUnder('tinh-uy', 'direct', 'committee', 'Đảng ủy Khối các cơ quan'),
  'tu-ky': partyUnder('tinh-uy', 'district', 'committee', 'Huyện ủy Tứ Kỳ'),
  'btv-tu-ky': partyUnder('tu-ky', 'district', 'btv', 'Ban Thường vụ Huyện ủy Tứ Kỳ', 'tu-ky'),
  'van-phong-tu-ky': partyUnder('tu-ky', 'district', 'office', 'Văn phòng Huyện ủy Tứ Kỳ'),
  'tuyen-giao-tu-ky': partyUnder('tu-ky', 'district', 'propaganda', 'Ban Tuyên giáo Huyện ủy Tứ Kỳ'),
  'xa-an-minh': partyUnder('tu-ky', 'grassroots', 'committee', 'Đảng ủy xã An Minh (minh hoạ)'),
  'chi-bo-thon-dong': partyUnder('xa-an-minh', 'grassroots', 'party-cell', 'Chi bộ thôn Đông (minh hoạ)'),
  'song-ha': partyUnder('tinh-uy', 'district', 'committee', 'Huyện ủy Sông Hà (minh hoạ)'),
  'btv-song-ha': partyUnder(
    'song-ha',
    'district',
    'btv',
    'Ban Thường vụ Huyện ủy Sông Hà (minh hoạ)',
    'song-ha',
  ),
  'chi-bo-cho': partyUnder('song-ha', 'grassroots', 'party-cell', 'Chi bộ chợ Sông (minh hoạ)'),
  'ubnd-tinh': {
    name: 'Ủy ban nhân dân tỉnh',
    system: 'state',
    level: 'province',
    kind: 'people-committee',
    under: { party: 'tinh-uy' },
  },
  'so-tttt': {
    name: 'Sở Thông tin và Truyền thông',
    system: 'state',
    level: 'province',
    kind: 'department',
    under: { state: 'ubnd-tinh', party: 'dang-uy-khoi' },
  },
  'so-noi-vu': {
    name: 'Sở Nội vụ',
    system: 'state',
    level: 'province',
    kind: 'department',
    under: { state: 'ubnd-tinh', party: 'dang-uy-khoi' },
  },
  'ubnd-tu-ky': {
    name: 'Ủy ban nhân dân huyện Tứ Kỳ',
    system: 'state',
    level: 'district',
    kind: 'people-committee',
    under: { state: 'ubnd-tinh', party: 'tu-ky' },
  },
  'ubnd-an-minh': {
    name: 'Ủy ban nhân dân xã An Minh (minh hoạ)',
    system: 'state',
    level: 'grassroots',
    kind: 'people-committee',
    under: { state: 'ubnd-tu-ky', party: 'xa-an-minh' },
  },
} as const satisfies Record<string, UnitPlan>

export type TestUnitName = keyof typeof unitPlans

interface PersonPlan {
  readonly fullName: string
  readonly unit: TestUnitName
  readonly title: string
  readonly isHead?: boolean
  readonly managedBy?: TestUnitName
  readonly grants: readonly (readonly [role: string, unit: TestUnitName, system?: OrganisationSystem])[]
}

/** By the user name; each holds one post, and the grants go with it. */
const personPlans = {
  'quan-tri': {
    fullName: 'Nguyễn Văn Quản',
    unit: 'van-phong-tinh-uy',
    title: 'Quản trị hệ thống',
    grants: [['system-admin', 'tinh-uy']],
  },
  'van-phong': {
    fullName: 'Trần Thị Vân',
    unit: 'van-phong-tinh-uy',
    title: 'Chánh Văn phòng',
    isHead: true,
    managedBy: 'btv-tinh-uy',
    grants: [
      ['programme-admin', 'tinh-uy'],
      ['monitor', 'tinh-uy'],
      ['directory-admin', 'tinh-uy'],
      ['registrant', 'van-phong-tinh-uy'],
    ],
  },
  'thuong-vu': {
    fullName: 'Lê Văn Thường',
    unit: 'btv-tinh-uy',
    title: 'Ủy viên Thường trực',
    grants: [
      ['decider', 'tinh-uy'],
      ['monitor', 'tinh-uy'],
    ],
  },
  'tuyen-giao': {
    fullName: 'Phạm Thị Giáo',
    unit: 'ban-tuyen-giao',
    title: 'Trưởng ban',
    isHead: true,
    managedBy: 'btv-tinh-uy',
    grants: [
      ['appraiser', 'tinh-uy'],
      ['registrant', 'ban-tuyen-giao'],
    ],
  },
  'kiem-tra': {
    fullName: 'Hoàng Văn Kiểm',
    unit: 'ubkt-tinh-uy',
    title: 'Ủy viên Ủy ban Kiểm tra',
    grants: [['inspector', 'tinh-uy']],
  },
  'tu-ky': {
    fullName: 'Đỗ Thị Kỳ',
    unit: 'tu-ky',
    title: 'Chánh Văn phòng Huyện ủy',
    grants: [
      ['registrant', 'tu-ky'],
      ['monitor', 'tu-ky'],
      ['directory-admin', 'tu-ky'],
    ],
  },
  'bi-thu-tu-ky': {
    fullName: 'Vũ Văn Thư',
    unit: 'tu-ky',
    title: 'Bí thư Huyện ủy',
    isHead: true,
    managedBy: 'btv-tinh-uy',
    grants: [['registrant', 'tu-ky']],
  },
  'thuong-vu-tu-ky': {
    fullName: 'Bùi Thị Thường',
    unit: 'btv-tu-ky',
    title: 'Phó Bí thư Thường trực',
    managedBy: 'btv-tinh-uy',
    grants: [
      ['decider', 'tu-ky'],
      ['monitor', 'tu-ky'],
    ],
  },
  'tuyen-giao-tu-ky': {
    fullName: 'Đặng Văn Tuyên',
    unit: 'tuyen-giao-tu-ky',
    title: 'Trưởng ban',
    isHead: true,
    managedBy: 'btv-tu-ky',
    grants: [
      ['appraiser', 'tu-ky'],
      ['registrant', 'tuyen-giao-tu-ky'],
    ],
  },
  'an-minh': {
    fullName: 'Ngô Thị Minh',
    unit: 'xa-an-minh',
    title: 'Bí thư Đảng ủy xã',
    isHead: true,
    managedBy: 'btv-tu-ky',
    grants: [['registrant', 'xa-an-minh']],
  },
  'chi-bo-thon-dong': {
    fullName: 'Dương Văn Đông',
    unit: 'chi-bo-thon-dong',
    title: 'Bí thư chi bộ',
    isHead: true,
    managedBy: 'xa-an-minh',
    grants: [['registrant', 'chi-bo-thon-dong']],
  },
  'van-thu-an-minh': {
    fullName: 'Lý Thị Thư',
    unit: 'xa-an-minh',
    title: 'Văn thư',
    grants: [['unit-clerk', 'xa-an-minh']],
  },
  'bi-thu-song-ha': {
    fullName: 'Hồ Văn Hà',
    unit: 'song-ha',
    title: 'Bí thư Huyện ủy',
    isHead: true,
    managedBy: 'btv-tinh-uy',
    grants: [
      ['registrant', 'song-ha'],
      ['monitor', 'song-ha'],
    ],
  },
  'thuong-vu-song-ha': {
    fullName: 'Mai Thị Hà',
    unit: 'btv-song-ha',
    title: 'Phó Bí thư Thường trực',
    managedBy: 'btv-tinh-uy',
    grants: [['decider', 'song-ha']],
  },
  'chi-bo-cho': {
    fullName: 'Tạ Văn Chợ',
    unit: 'chi-bo-cho',
    title: 'Bí thư chi bộ',
    isHead: true,
    managedBy: 'btv-song-ha',
    grants: [['registrant', 'chi-bo-cho']],
  },
  'so-tttt': {
    fullName: 'Đinh Văn Thông',
    unit: 'so-tttt',
    title: 'Giám đốc',
    isHead: true,
    managedBy: 'btv-tinh-uy',
    grants: [['registrant', 'so-tttt']],
  },
  'so-noi-vu': {
    fullName: 'Trịnh Thị Nội',
    unit: 'so-noi-vu',
    title: 'Giám đốc',
    isHead: true,
    managedBy: 'btv-tinh-uy',
    grants: [['registrant', 'so-noi-vu']],
  },
  'chu-tich-an-minh': {
    fullName: 'Cao Văn Tịch',
    unit: 'ubnd-an-minh',
    title: 'Chủ tịch',
    isHead: true,
    managedBy: 'btv-tu-ky',
    grants: [['registrant', 'ubnd-an-minh']],
  },
} as const satisfies Record<string, PersonPlan>

export type TestPersonName = keyof typeof personPlans

/** The ids of everything, by name, and who acts. */
export interface TestOrganisation {
  readonly unit: Readonly<Record<TestUnitName, UnitId>>
  readonly person: Readonly<Record<TestPersonName, PersonId>>
  readonly post: Readonly<Record<TestPersonName, PostId>>
  readonly holding: Readonly<Record<TestPersonName, HoldingId>>
  /** The rights of a person's post, as rows of grants. */
  grantsOf(name: TestPersonName): readonly Grant[]
  /** The person acting in their post; `grants` instead of those of the post where a test needs others. */
  actorFor(name: TestPersonName, grants?: readonly Grant[]): Actor
}

const idsFor = <Name extends string, Kind extends string>(plans: Readonly<Record<Name, unknown>>) =>
  Object.fromEntries(Object.keys(plans).map((name) => [name, newId<Kind>()])) as Record<
    Name,
    ReturnType<typeof newId<Kind>>
  >

/**
 * Founds the province that tests share by name: two districts with their standing committees, cells, departments and a
 * commune, in two ladders, heads with posts managed by the right body, all from 1/1/2021.
 */
export async function seedTestOrganisation(database: TestDatabase): Promise<TestOrganisation> {
  const unit = idsFor<TestUnitName, 'unit'>(unitPlans)
  const person = idsFor<TestPersonName, 'person'>(personPlans)
  const post = idsFor<TestPersonName, 'post'>(personPlans)
  const holding = idsFor<TestPersonName, 'holding'>(personPlans)
  const account = idsFor<TestPersonName, 'account'>(personPlans)
  const plans: Readonly<Record<TestUnitName, UnitPlan>> = unitPlans
  const people: Readonly<Record<TestPersonName, PersonPlan>> = personPlans

  await database.db.transaction().execute((db) =>
    importOrganisation(
      {
        db,
        now: testNow,
        origin: { requestId: 'test', address: null },
        actor: null,
      },
      { ...unitRows(unit), ...personRows({ unit, person, post, holding }) },
    ),
  )

  // As an installation that was set up for the province's committee has it.
  const ofInstallation = (grant: Grant): Grant =>
    grant.unitId === unit['tinh-uy'] && grant.system === null ? { ...grant, everywhere: true } : grant
  const grantsOf = (name: TestPersonName): readonly Grant[] =>
    people[name].grants.map(([role, over, system]) => ({ role, unitId: unit[over], system: system ?? null }))
  return {
    unit,
    person,
    post,
    holding,
    grantsOf,
    actorFor(name, grants = grantsOf(name).map(ofInstallation)) {
      const plan = people[name]
      const { actsFor } = plans[plan.unit]
      return {
        accountId: account[name],
        username: name,
        personId: person[name],
        personName: plan.fullName,
        holdingId: holding[name],
        postId: post[name],
        postTitle: plan.title,
        unitId: unit[plan.unit],
        unitName: plans[plan.unit].name,
        rootId: actsFor === undefined ? unit[plan.unit] : unit[actsFor as TestUnitName],
        grants,
        scopes: null,
        authenticatedAt: testNow,
      }
    },
  }
}

function unitRows(ids: Readonly<Record<TestUnitName, UnitId>>): Pick<OrganisationData, 'units' | 'parents'> {
  const plans = Object.entries(unitPlans) as [TestUnitName, UnitPlan][]
  return {
    units: plans.map(([code, plan]) => ({
      id: ids[code],
      code,
      name: plan.name,
      short_name: plan.name,
      system: plan.system,
      level: plan.level,
      kind: plan.kind,
      acts_for_id: plan.actsFor === undefined ? null : ids[plan.actsFor as TestUnitName],
      valid_from: testFoundedOn,
      illustrative: plan.name.includes('minh hoạ'),
    })),
    parents: plans.flatMap(([code, plan]) =>
      Object.entries(plan.under ?? {}).map(([system, parent]) => ({
        id: newId(),
        unit_id: ids[code],
        parent_id: ids[parent as TestUnitName],
        system,
        from_on: testFoundedOn,
      })),
    ),
  }
}

function personRows(
  ids: Pick<TestOrganisation, 'unit' | 'person' | 'post' | 'holding'>,
): Omit<OrganisationData, 'units' | 'parents'> {
  const plans = Object.entries(personPlans) as [TestPersonName, PersonPlan][]
  return {
    persons: plans.map(([name, plan]) => ({ id: ids.person[name], full_name: plan.fullName })),
    posts: plans.map(([name, plan]) => ({
      id: ids.post[name],
      unit_id: ids.unit[plan.unit],
      title: plan.title,
      is_head: plan.isHead ?? false,
      valid_from: testFoundedOn,
    })),
    management: plans.flatMap(([name, plan]) =>
      plan.managedBy === undefined
        ? []
        : [
            {
              id: newId(),
              post_id: ids.post[name],
              unit_id: ids.unit[plan.managedBy],
              from_on: testFoundedOn,
            },
          ],
    ),
    holdings: plans.map(([name]) => ({
      id: ids.holding[name],
      post_id: ids.post[name],
      person_id: ids.person[name],
      from_on: testFoundedOn,
      document: 'Quyết định 01-QĐ/TU',
    })),
  }
}
