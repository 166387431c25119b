import type { OrganisationData } from '../server/src/organisation/index.ts'

type Units = OrganisationData['units'][number]

/** A unit of the generated province, with what the works need to know of it. */
export interface BenchUnit {
  readonly id: string
  readonly code: string
  /** The committee that assigns to it, and that manages its heads. */
  readonly assignerId: string | null
  readonly level: string
}

export interface BenchOrganisation {
  readonly data: OrganisationData
  readonly units: readonly BenchUnit[]
  readonly holders: readonly { readonly unit: number; readonly postId: string; readonly holdingId: string }[]
}

/** Ids in the order of their making, the same at each run. */
export function idOf(kind: number, n: number): string {
  const time = (1_640_995_200_000 + n).toString(16).padStart(12, '0')
  const rest = kind.toString(16).padStart(4, '0') + n.toString(16).padStart(8, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${rest}`
}

const foundedOn = '2015-01-01'
const districts = 12
const communesADistrict = 109
const cellsACommune = 9
const departments = 60
const personsAUnit = 4

/** A province of 14,000 units in two ladders and 60,000 holders of posts. All of it is invented. */
export function makeOrganisation(unitCount = 14_000, holderCount = 60_000): BenchOrganisation {
  const rows: { units: Units[]; parents: OrganisationData['parents'][number][] } = { units: [], parents: [] }
  const units: BenchUnit[] = []
  const add = (
    code: string,
    name: string,
    place: { system?: string; level: string; kind: string; party?: number; state?: number },
    assigner: number | null,
  ): number => {
    const n = units.length
    const id = idOf(1, n)
    rows.units.push({
      id,
      code,
      name,
      short_name: name,
      system: place.system ?? 'party',
      level: place.level,
      kind: place.kind,
      valid_from: foundedOn,
      illustrative: true,
    })
    for (const system of ['party', 'state'] as const) {
      const parent = place[system]
      if (parent === undefined) continue
      rows.parents.push({
        id: idOf(2, rows.parents.length),
        unit_id: id,
        parent_id: idOf(1, parent),
        system,
        from_on: foundedOn,
      })
    }
    units.push({ id, code, level: place.level, assignerId: assigner === null ? null : idOf(1, assigner) })
    return n
  }

  const province = add('tinh-uy', 'Tỉnh ủy (đo tải)', { level: 'province', kind: 'committee' }, null)
  const people = add(
    'ubnd-tinh',
    'UBND tỉnh (đo tải)',
    { system: 'state', level: 'province', kind: 'people-committee', party: province },
    province,
  )
  for (let d = 1; d <= departments; d += 1) {
    add(
      `so-${d}`,
      `Sở số ${d}`,
      { system: 'state', level: 'province', kind: 'department', party: province, state: people },
      province,
    )
  }
  for (let d = 1; d <= districts; d += 1) {
    const district = add(
      `huyen-${d}`,
      `Huyện ủy số ${d}`,
      { level: 'district', kind: 'committee', party: province },
      province,
    )
    const council = add(
      `ubnd-huyen-${d}`,
      `UBND huyện số ${d}`,
      { system: 'state', level: 'district', kind: 'people-committee', party: district, state: people },
      district,
    )
    for (let k = 1; k <= communesADistrict && units.length < unitCount; k += 1) {
      const commune = add(
        `xa-${d}-${k}`,
        `Đảng ủy xã số ${k}, huyện số ${d}`,
        { level: 'grassroots', kind: 'committee', party: district },
        district,
      )
      add(
        `ubnd-xa-${d}-${k}`,
        `UBND xã số ${k}, huyện số ${d}`,
        { system: 'state', level: 'grassroots', kind: 'people-committee', party: commune, state: council },
        district,
      )
      for (let b = 1; b <= cellsACommune && units.length < unitCount; b += 1) {
        add(
          `chi-bo-${d}-${k}-${b}`,
          `Chi bộ số ${b}, xã số ${k}, huyện số ${d}`,
          { level: 'grassroots', kind: 'party-cell', party: commune },
          commune,
        )
      }
    }
  }
  return { ...makeHolders(units, holderCount, rows), units }
}

function makeHolders(
  units: readonly BenchUnit[],
  holderCount: number,
  rows: Pick<OrganisationData, 'units' | 'parents'>,
): Omit<BenchOrganisation, 'units'> {
  const numbers = Array.from({ length: holderCount }, (_, n) => n)
  const unitOf = (n: number) =>
    n < units.length * personsAUnit ? Math.floor(n / personsAUnit) : n % units.length
  const holders = numbers.map((n) => ({ unit: unitOf(n), postId: idOf(4, n), holdingId: idOf(6, n) }))
  return {
    holders,
    data: {
      ...rows,
      persons: numbers.map((n) => ({ id: idOf(3, n), full_name: `Người đo tải ${n}`, illustrative: true })),
      posts: numbers.map((n) => ({
        id: idOf(4, n),
        unit_id: units[unitOf(n)]?.id ?? '',
        title: n % personsAUnit === 0 ? 'Bí thư' : 'Ủy viên',
        is_head: n % personsAUnit === 0,
        valid_from: foundedOn,
        illustrative: true,
      })),
      management: numbers.flatMap((n) => {
        const assignerId = units[unitOf(n)]?.assignerId ?? null
        return assignerId === null
          ? []
          : [{ id: idOf(5, n), post_id: idOf(4, n), unit_id: assignerId, from_on: foundedOn }]
      }),
      holdings: numbers.map((n) => ({
        id: idOf(6, n),
        post_id: idOf(4, n),
        person_id: idOf(3, n),
        from_on: foundedOn,
        illustrative: true,
      })),
    },
  }
}
