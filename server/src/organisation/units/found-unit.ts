import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { choice, date, many, nameText, optionalId, optionalText, text } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { notFound, type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import { isInvented } from '../invented.ts'
import { reasonsOutside } from '../lock.ts'
import { type PaperInput, paperFields, recordPaper } from '../paper.ts'
import { authorizeRoot, authorizeUnits } from '../policy.ts'
import { lockTree, rebuildAncestors } from '../relations/closure.ts'
import { levels, organisationDb, systems, type UnitId } from '../tables.ts'
import { unitCode } from './unit-code.ts'

export const foundUnitInput = z.strictObject({
  code: unitCode(),
  name: nameText(300),
  shortName: nameText(100),
  system: choice(systems),
  level: choice(levels),
  kind: text(50),
  place: optionalText(300),
  actsForId: optionalId(),
  validFrom: date(),
  foundingDocument: text(300),
  parents: many(
    z.strictObject({ system: choice(systems), parentId: z.uuid('error.choice') }),
    systems.length,
  ),
  paperKind: paperFields.paperKind,
  paperIssuedOn: paperFields.paperIssuedOn,
  paperIssuer: paperFields.paperIssuer,
  paperFile: paperFields.paperFile,
})
type Paper = keyof Omit<PaperInput, 'document'>
export type FoundUnitInput = Omit<z.output<typeof foundUnitInput>, Paper> & Pick<PaperInput, Paper>

/** Founds a unit from a day, with its parent in each ladder in which it stands. */
export async function foundUnit(c: Context, input: FoundUnitInput): Promise<{ unitId: UnitId }> {
  await lockTree(c)
  await authorizeFounding(c, input)
  refuseIf(await reasonsAgainst(c, input))

  const unitId = newId<'unit'>()
  await saveUnit(c, unitId, input)
  await rebuildAncestors(c, [unitId])
  const founding = { unitId, act: 'found', effectiveOn: input.validFrom } as const
  await recordPaper(c, founding, { ...input, document: input.foundingDocument })
  await audit(c, 'unit.found', { kind: 'unit', id: unitId }, input)
  await publish(c, 'unit.founded', { unitId })
  return { unitId }
}

async function authorizeFounding(c: Context, input: FoundUnitInput): Promise<void> {
  if (input.parents.length === 0) authorizeRoot(c, 'unit.found')
  const named = input.parents.map((parent) => parent.parentId)
  await authorizeUnits(c, 'unit.found', input.actsForId === null ? named : [...named, input.actsForId])
}

async function reasonsAgainst(c: Context, input: FoundUnitInput): Promise<Reason[]> {
  const reasons: Reason[] = []
  const ids = input.parents.map((parent) => parent.parentId)
  const known = await organisationDb(c)
    .selectFrom('unit')
    .select(['id', 'name', 'acts_for_id', 'valid_from', 'valid_to'])
    .where('id', 'in', [...ids, ...(input.actsForId === null ? [] : [input.actsForId]), newId()])
    .execute()
  const byId = new Map(known.map((unit) => [unit.id, unit]))
  for (const [index, parent] of input.parents.entries()) {
    const unit = byId.get(parent.parentId)
    if (unit === undefined) throw notFound('unit')
    const field = `parents.${index}`
    reasons.push(...reasonsOutside('unit_not_there', unit, input.validFrom, field))
    if (input.parents.findIndex((other) => other.system === parent.system) < index)
      reasons.push({ code: 'placement_overlaps', params: { name: input.name, on: input.validFrom }, field })
  }
  const root = input.actsForId === null ? undefined : byId.get(input.actsForId)
  if (root !== undefined && root.acts_for_id !== null)
    reasons.push({ code: 'body_of_body', params: { name: root.name }, field: 'actsForId' })
  return reasons
}

async function saveUnit(c: Context, unitId: UnitId, input: FoundUnitInput): Promise<void> {
  const saved = await organisationDb(c)
    .insertInto('unit')
    .values({
      id: unitId,
      code: input.code,
      name: input.name,
      short_name: input.shortName,
      system: input.system,
      level: input.level,
      kind: input.kind,
      place: input.place === '' ? null : input.place,
      acts_for_id: input.actsForId,
      valid_from: input.validFrom,
      founding_document: input.foundingDocument,
      illustrative: await isInvented(c, { unitIds: input.actsForId === null ? [] : [input.actsForId] }),
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 0n) throw codeTaken(input.code)
  if (input.parents.length === 0) return
  await organisationDb(c)
    .insertInto('unit_parent')
    .values(
      input.parents.map((parent) => ({
        id: newId(),
        unit_id: unitId,
        parent_id: parent.parentId,
        system: parent.system,
        from_on: input.validFrom,
      })),
    )
    .execute()
}

function codeTaken(code: string): Refusal {
  return new Refusal(
    'unit_code_taken',
    { code },
    { status: 409, reasons: [{ code: 'unit_code_taken', params: { code }, field: 'code' }] },
  )
}
