import type { UnitId } from '../../organisation/index.ts'
import { inventedCommunes, inventedDirectCommittees, inventedDistricts } from './invented-names.ts'
import {
  addDepartments,
  addDirect,
  addDistrict,
  addInstitutions,
  addStaff,
  type InventedDistrict,
} from './invented-province.ts'
import { addUnderTuKy, communesOfTuKy, type UnderTuKy } from './invented-tu-ky.ts'
import { type InventedBody, type InventedPerson, Inventor, personOf } from './inventor.ts'
import type { NamedUnits } from './named-organisation.ts'
import type { Holder, OrganisationRows } from './organisation-rows.ts'

export interface InventedOrganisation extends UnderTuKy {
  /** Committees directly under the provincial one. */
  readonly direct: readonly InventedBody[]
  /** Heads managed by the provincial standing committee. */
  readonly heads: readonly InventedPerson[]
  readonly districts: readonly InventedDistrict[]
  readonly departments: readonly InventedBody[]
  readonly peopleCommittee: { readonly unitId: UnitId; readonly secretary: Holder }
}

const communesOfADistrict = 3

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
  const heads = [...direct, ...departments, ...institutions].map(personOf)
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
