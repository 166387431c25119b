import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { choice, id, optionalDate, optionalText, text, version } from '../../platform/http/fields.ts'
import { notFound, refuseIf } from '../../platform/refusal.ts'
import { countUp, getUnitForUpdate, requireVersion } from '../lock.ts'
import { authorizeUnits } from '../policy.ts'
import { lockTree } from '../relations/closure.ts'
import { levels, organisationDb } from '../tables.ts'
import { beginEarlier } from './begin-earlier.ts'

export const correctUnitInput = z.strictObject({
  unitId: id(),
  version: version(),
  kind: text(50),
  level: choice(levels),
  place: optionalText(300),
  foundingDocument: optionalText(300),
  /** Its first day, where what was written is too late; null leaves it. */
  validFrom: optionalDate(),
  /** Why what was written is wrong. */
  reason: text(500),
})
export type CorrectUnitInput = z.output<typeof correctUnitInput>

/** Corrects what was written wrongly about a unit, its first day among it. A new name is no correction: see `renameUnit`. */
export async function correctUnit(c: Context, input: CorrectUnitInput): Promise<void> {
  if (input.validFrom !== null) await lockTree(c)
  const unit = await getUnitForUpdate(c, input.unitId)
  await authorizeUnits(c, 'unit.correct', [input.unitId])
  requireVersion(unit, input.version)
  const before = await organisationDb(c)
    .selectFrom('unit')
    .select(['kind', 'level', 'place', 'founding_document', 'valid_from'])
    .where('id', '=', input.unitId)
    .executeTakeFirst()
  if (before === undefined) throw notFound('unit')
  const after = {
    kind: input.kind,
    level: input.level,
    place: input.place || null,
    founding_document: input.foundingDocument || null,
    valid_from: input.validFrom ?? before.valid_from,
  }
  if (after.valid_from > before.valid_from)
    refuseIf([{ code: 'begins_later', params: { from: before.valid_from }, field: 'validFrom' }])
  if (JSON.stringify(before) === JSON.stringify(after))
    refuseIf([{ code: 'nothing_corrected', params: { name: unit.name } }])

  const { valid_from: _, ...corrected } = after
  await organisationDb(c).updateTable('unit').set(corrected).where('id', '=', input.unitId).execute()
  if (input.validFrom !== null && after.valid_from < before.valid_from)
    await beginEarlier(c, unit, input.validFrom)
  await countUp(c, 'unit', input.unitId)
  const { reason } = input
  await audit(c, 'unit.correct', { kind: 'unit', id: input.unitId }, { before, after, reason })
}
