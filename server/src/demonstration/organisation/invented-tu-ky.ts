import type { UnitId } from '../../organisation/index.ts'
import { inventedCommunes } from './invented-names.ts'
import { addCommune, type InventedBody, type InventedPerson, type Inventor, personOf } from './inventor.ts'
import type { NamedUnits } from './named-organisation.ts'
import type { Holder } from './organisation-rows.ts'

/** The communes that stand under the district of the article; those after them are of invented districts. */
export const communesOfTuKy = 22

export interface UnderTuKy {
  readonly tuKyBodies: readonly InventedBody[]
  readonly tuKyPersons: readonly InventedPerson[]
}

/** Enters the invented bodies and persons whose works the standing committee of Tứ Kỳ assigns. */
export function addUnderTuKy(enter: Inventor, named: NamedUnits): UnderTuKy {
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
        personOf(body),
        ...(deputy === null ? [] : [{ ...personOf(body), holder: deputy }]),
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
  return {
    bodies: [committee, ...cells],
    persons: holders.map((holder) => ({ ...personOf(committee), holder })),
  }
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
        where: null,
        setting: 'office',
      })
      const hasDeputy = kind !== 'party-cell'
      const deputy = hasDeputy ? enter.holder(body.unitId, `Phó ${title}`, false, managedBy) : null
      return { body, deputy, registers: system !== 'state' }
    }),
  )
}
