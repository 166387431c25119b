import type { UnitId } from '../../organisation/index.ts'
import { type AccountHolder, addAccountHolders } from '../accounts.ts'
import type { Article } from '../article.ts'
import { addInventedOrganisation, type InventedOrganisation } from './invented-organisation.ts'
import { addNamedOrganisation, type NamedUnits } from './named-organisation.ts'
import { OrganisationRows } from './organisation-rows.ts'

export interface DemonstrationOrganisation {
  readonly rows: OrganisationRows
  readonly named: NamedUnits
  readonly invented: InventedOrganisation
  readonly accounts: readonly AccountHolder[]
}

/** The bodies of the article, the invented ones around them, and the holders of the accounts. */
export function demonstrationOrganisation(article: Article): DemonstrationOrganisation {
  const rows = new OrganisationRows()
  const named = addNamedOrganisation(rows, article)
  const invented = addInventedOrganisation(rows, named)
  const units = new Map(rows.units.map(({ id, code }) => [code, id as UnitId]))
  const bodies = [...invented.departments, ...invented.tuKyBodies]
  const heads = new Map(bodies.map(({ unitId, head }) => [rows.codeOf(unitId), head]))
  const accounts = addAccountHolders(
    rows,
    (code) => found(units, code),
    (code) => found(heads, code),
  )
  return { rows, named, invented, accounts }
}

function found<Value>(map: ReadonlyMap<string, Value>, code: string): Value {
  const value = map.get(code)
  if (value === undefined) throw new RangeError(`the demonstration has no unit ${code}`)
  return value
}
