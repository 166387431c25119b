import type { OrganisationSystem, UnitId, UnitLevel } from '../../organisation/index.ts'
import type { Setting } from '../programme/filling/titles.ts'
import { type inventedCommunes, inventedPerson } from './invented-names.ts'
import { type Holder, type OrganisationRows, registerFrom } from './organisation-rows.ts'

/** A body that owns works as a collective, and who speaks for it. */
export interface InventedBody {
  readonly unitId: UnitId
  readonly level: UnitLevel
  readonly isCommittee: boolean
  /** How a title says where it is: “ở xã Đồng Mơ”. */
  readonly where: string | null
  readonly setting: Setting
  readonly head: Holder
}

/** A head or other person whose post a body manages, with the place of their works. */
export interface InventedPerson {
  readonly holder: Holder
  readonly where: string | null
  readonly setting: Setting
}

/** The head of a body, as one who owns works of their own. */
export function personOf({ head, where, setting }: InventedBody): InventedPerson {
  return { holder: head, where, setting }
}

const foundedBy = 'Đơn vị minh hoạ, không có thật / an illustrative unit that does not exist'
const assumedUnder =
  'Đơn vị minh hoạ, không có thật; xếp dưới Huyện ủy Tứ Kỳ là giả định để Ban Thường vụ Huyện ủy giao việc được / an illustrative unit that does not exist; its place under Huyện ủy Tứ Kỳ is an assumption, so that the Standing Committee may assign to it'

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

interface BodyIdea extends UnitIdea {
  readonly headTitle: string
  readonly managedBy: UnitId | null
  readonly where: string | null
  readonly setting: Setting
}

/** Marks whatever it enters as invented. */
export class Inventor {
  readonly #rows: OrganisationRows
  #persons = 0

  constructor(rows: OrganisationRows) {
    this.#rows = rows
  }

  unit({ assumed, ...idea }: UnitIdea): UnitId {
    return this.#rows.addUnit({
      ...idea,
      name: idea.name.includes('minh hoạ') ? idea.name : `${idea.name} (minh hoạ)`,
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

  body(idea: BodyIdea): InventedBody {
    const { headTitle, managedBy, where, setting, ...unit } = idea
    const unitId = this.unit(unit)
    return {
      unitId,
      level: idea.level,
      isCommittee: ['committee', 'huyen_uy', 'thanh_uy', 'dang_uy_truc_thuoc'].includes(idea.kind),
      where,
      setting,
      head: this.holder(unitId, headTitle, true, managedBy),
    }
  }
}

/** A commune's committee with cells in its hamlets. */
export function addCommune(
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
    setting: 'local',
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
      where: `ở thôn ${commune.name} ${index + 1}`,
      setting: 'local',
    }),
  )
  return [committee, ...below]
}
