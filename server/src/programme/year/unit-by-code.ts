import { findUnitByCode, getUnit, type UnitView } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { isId } from '../../platform/id.ts'
import { notFound } from '../../platform/refusal.ts'

/** The committee that a code or id names: what a standing committee sets is its committee's. @throws Refusal `not_found` */
export async function unitByCodeOrId(c: Context, codeOrId: string): Promise<UnitView> {
  const unit = isId(codeOrId)
    ? await getUnit(c, codeOrId, c.today)
    : await findUnitByCode(c, codeOrId, c.today)
  if (unit === undefined) throw notFound('unit')
  return unit.rootId === unit.id ? unit : getUnit(c, unit.rootId, c.today)
}
