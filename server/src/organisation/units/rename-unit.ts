import { sql } from 'kysely'
import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import { date, id, nameText, version } from '../../platform/http/fields.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import type { Upkeep } from '../../platform/jobs/jobs.ts'
import { type Reason, refuseIf } from '../../platform/refusal.ts'
import { countUp, getUnitForUpdate, reasonsOutside, requireVersion } from '../lock.ts'
import { type PaperInput, paperFields, recordPaper } from '../paper.ts'
import { authorizeUnits } from '../policy.ts'
import { organisationDb } from '../tables.ts'

export const renameUnitInput = z.strictObject({
  unitId: id(),
  version: version(),
  name: nameText(300),
  shortName: nameText(100),
  /** The first day of the new name. */
  fromOn: date(),
  ...paperFields,
})
export type RenameUnitInput = Omit<z.output<typeof renameUnitInput>, keyof PaperInput> & PaperInput

type UnitRow = Awaited<ReturnType<typeof getUnitForUpdate>>

/** Gives a unit another name from a day on; papers and pages of the days before keep the old one. */
export async function renameUnit(c: Context, input: RenameUnitInput): Promise<void> {
  const unit = await getUnitForUpdate(c, input.unitId)
  await authorizeUnits(c, 'unit.rename', [input.unitId])
  requireVersion(unit, input.version)
  const last = await lastName(c, unit)
  refuseIf([...reasonsOutside('unit_not_there', unit, input.fromOn, 'fromOn'), ...reasonsOfLast(last, input)])

  await saveName(c, last, input)
  if (input.fromOn <= c.today)
    await organisationDb(c)
      .updateTable('unit')
      .set({ name: input.name, short_name: input.shortName })
      .where('id', '=', input.unitId)
      .execute()
  await countUp(c, 'unit', input.unitId)
  await recordPaper(c, { unitId: input.unitId, act: 'rename', effectiveOn: input.fromOn }, input)
  const before = { name: last.name, shortName: last.shortName }
  await audit(c, 'unit.rename', { kind: 'unit', id: input.unitId }, { ...input, before })
  await publish(c, 'unit.renamed', { unitId: input.unitId, fromOn: input.fromOn })
}

interface LastName {
  /** Null: it has the name that it was founded with, which stands in no row of its own yet. */
  readonly id: string | null
  readonly name: string
  readonly shortName: string
  readonly fromOn: string
}

/** The name that is written for the latest days. */
async function lastName(c: Context, unit: UnitRow): Promise<LastName> {
  const row = await organisationDb(c)
    .selectFrom('unit_name')
    .select(['id', 'name', 'short_name as shortName', 'from_on as fromOn'])
    .where('unit_id', '=', unit.id)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { id: null, name: unit.name, shortName: unit.short_name, fromOn: unit.valid_from }
}

function reasonsOfLast(last: LastName, input: RenameUnitInput): Reason[] {
  if (last.name === input.name && last.shortName === input.shortName)
    return [{ code: 'name_unchanged', params: { name: last.name }, field: 'name' }]
  if (input.fromOn <= last.fromOn)
    return [{ code: 'name_overlaps', params: { name: last.name, from: last.fromOn }, field: 'fromOn' }]
  return []
}

async function saveName(c: Context, last: LastName, input: RenameUnitInput): Promise<void> {
  const db = organisationDb(c)
  const { unitId, fromOn } = input
  const old = { unit_id: unitId, name: last.name, short_name: last.shortName }
  if (last.id === null)
    await db
      .insertInto('unit_name')
      .values({ id: newId(), ...old, from_on: last.fromOn, to_on: fromOn })
      .execute()
  else await db.updateTable('unit_name').set({ to_on: fromOn }).where('id', '=', last.id).execute()
  await db
    .insertInto('unit_name')
    .values({ id: newId(), unit_id: unitId, name: input.name, short_name: input.shortName, from_on: fromOn })
    .execute()
}

/** Nightly: a name that was recorded ahead is the unit's name from its day on. */
export const namesOfToday: Upkeep = { name: 'organisation.names_of_today', run: takeUpNames }

/** Brings `unit.name` up to today where a name that was recorded ahead has begun meanwhile. */
export async function takeUpNames(c: Pick<Context, 'db' | 'today'>): Promise<void> {
  await sql`update unit set name = named.name, short_name = named.short_name
    from unit_name named where named.unit_id = unit.id
      and named.from_on <= ${c.today}::date and (named.to_on is null or named.to_on > ${c.today}::date)
      and (unit.name, unit.short_name) is distinct from (named.name, named.short_name)`.execute(c.db)
}
