import { z } from 'zod'
import { audit } from '../platform/audit.ts'
import type { Context } from '../platform/context.ts'
import { choice, id, optionalText, text, version } from '../platform/fields.ts'
import { notFound, refuseIf } from '../platform/refusal.ts'
import { countUp, getUnitForUpdate, requireVersion } from './lock.ts'
import { authorizeUnits } from './policy.ts'
import { levels, organisationDb } from './tables.ts'

export const correctUnitInput = z.strictObject({
  unitId: id(),
  version: version(),
  kind: text(50),
  level: choice(levels),
  place: optionalText(300),
  foundingDocument: optionalText(300),
  /** Why what was written is wrong. */
  reason: text(500),
})
export type CorrectUnitInput = z.output<typeof correctUnitInput>

/** Mends what was written wrongly about a unit and has no date of its own. A new name is no correction: see `renameUnit`. */
export async function correctUnit(c: Context, input: CorrectUnitInput): Promise<void> {
  const unit = await getUnitForUpdate(c, input.unitId)
  await authorizeUnits(c, 'unit.correct', [input.unitId])
  requireVersion(unit, input.version)
  const before = await organisationDb(c)
    .selectFrom('unit')
    .select(['kind', 'level', 'place', 'founding_document'])
    .where('id', '=', input.unitId)
    .executeTakeFirst()
  if (before === undefined) throw notFound('unit')
  const after = {
    kind: input.kind,
    level: input.level,
    place: input.place || null,
    founding_document: input.foundingDocument || null,
  }
  if (JSON.stringify(before) === JSON.stringify(after))
    refuseIf([{ code: 'nothing_corrected', params: { name: unit.name } }])

  await organisationDb(c).updateTable('unit').set(after).where('id', '=', input.unitId).execute()
  await countUp(c, 'unit', input.unitId)
  const { reason } = input
  await audit(c, 'unit.correct', { kind: 'unit', id: input.unitId }, { before, after, reason })
}
