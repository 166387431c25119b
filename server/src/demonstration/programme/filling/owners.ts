import type { UnitId } from '../../../organisation/index.ts'
import { tierOf } from '../../../programme/import/index.ts'
import type { InventedBody, InventedPerson } from '../../organisation/inventor.ts'
import type { FillingFacts } from './filling-facts.ts'
import type { WorkOwner } from './work-builder.ts'

/** All who own invented works, by the body that assigns to them. */
export interface Owners {
  readonly heads: readonly WorkOwner[]
  readonly direct: readonly WorkOwner[]
  readonly tuKyBodies: readonly WorkOwner[]
  readonly tuKyPersons: readonly WorkOwner[]
  readonly departments: readonly WorkOwner[]
  readonly districts: readonly (readonly WorkOwner[])[]
}

interface Manager {
  readonly unitId: UnitId
  readonly rootId: UnitId
  readonly level: 'province' | 'district'
}

/** Who owns the works that are to be invented. */
export function ownersOf({ organisation, named, invented }: FillingFacts): Owners {
  const province: Manager = {
    unitId: named['org-btv-tinh-uy'],
    rootId: named['org-tinh-uy'],
    level: 'province',
  }
  const tuKy: Manager = {
    unitId: named['org-btv-huyen-uy-tu-ky'],
    rootId: named['org-huyen-uy-tu-ky'],
    level: 'district',
  }
  const codeOf = (unitId: UnitId) => organisation.codeOf(unitId)
  const bodies = (list: readonly InventedBody[]) => list.map((body) => bodyOwner(body, codeOf))
  const persons = (list: readonly InventedPerson[], manager: Manager) =>
    list.map((person) => personOwner(person, manager, codeOf))
  return {
    heads: persons(invented.heads, province),
    direct: bodies(invented.direct),
    tuKyBodies: bodies(invented.tuKyBodies),
    tuKyPersons: persons(invented.tuKyPersons, tuKy),
    // The first department is that of an account, whose holder has works of their own.
    departments: bodies(invented.departments.slice(1, 13)),
    districts: invented.districts.map(({ grassroots }) => bodies(grassroots)),
  }
}

type CodeOf = (unitId: UnitId) => string

function bodyOwner(body: InventedBody, codeOf: CodeOf): WorkOwner {
  return {
    kind: 'collective',
    unitId: body.unitId,
    unitCode: codeOf(body.unitId),
    speaker: body.head,
    managedBy: null,
    tier: tierOf({ kind: 'collective', level: body.level, isCommittee: body.isCommittee }),
    where: body.where,
    setting: body.setting,
  }
}

function personOwner(
  { holder, where, setting }: InventedPerson,
  manager: Manager,
  codeOf: CodeOf,
): WorkOwner {
  return {
    kind: 'individual',
    unitId: holder.unitId,
    unitCode: codeOf(holder.unitId),
    speaker: holder,
    managedBy: manager,
    tier: tierOf({ kind: 'individual', managingLevel: manager.level }),
    where,
    setting,
  }
}
