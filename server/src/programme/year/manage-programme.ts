import { z } from 'zod'
import { audit } from '../../platform/audit/audit.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { endpoint } from '../../platform/http/route.ts'
import { newId } from '../../platform/id.ts'
import { publish } from '../../platform/jobs/events.ts'
import { becauseOf, notFound, type Reason, Refusal, refuseIf } from '../../platform/refusal.ts'
import { yearOf } from '../../platform/time/plain-date.ts'
import { reportPeriods } from '../rules/periods.ts'
import { programmeDb, tiers } from '../tables.ts'
import { authorizeForUnit, type ProgrammeAct } from './programme-policy.ts'
import { unitByCodeOrId } from './unit-by-code.ts'

const year = field.whole(2000, 2200)
const ord = field.whole(1, 99)

/** Opens a programme year, with the periods in which it is reported. Themes and windows are set after it. */
export const openProgramme = endpoint({
  name: 'programme.open',
  input: z.strictObject({
    year,
    /** The committee whose programme it is: code or id of its unit. */
    unit: field.text(80),
    name: field.text(300),
    /** In the words of its paper, such as "dứt điểm trong năm". */
    completionRule: field.optionalText(1000),
  }),
  async run(c, input) {
    const unit = await unitByCodeOrId(c, input.unit)
    await authorizeForUnit(c, 'openProgramme', unit.id)
    const id = newId<'programme'>()
    const kept = await programmeDb(c)
      .insertInto('programme')
      .values({
        id,
        year: input.year,
        unit_id: unit.id,
        name: input.name,
        completion_rule: input.completionRule === '' ? null : input.completionRule,
      })
      .onConflict((conflict) => conflict.column('year').doNothing())
      .executeTakeFirst()
    if (kept.numInsertedOrUpdatedRows === 0n) throw alreadyOpen(input.year)
    await programmeDb(c)
      .insertInto('report_period')
      .values(
        reportPeriods(input.year).map((period) => ({
          programme_id: id,
          key: period.key,
          data_closes_on: period.dataClosesOn,
          due_on: period.dueOn,
        })),
      )
      .execute()
    await audit(c, 'programme.open', { kind: 'programme', id }, { year: input.year, name: input.name })
    await publish(c, 'programme.opened', { programmeId: id, year: input.year })
    return { id, year: input.year, version: 1 }
  },
})

function alreadyOpen(openYear: number): Refusal {
  return becauseOf({ code: 'programme_exists', params: { year: openYear }, field: 'year' }, 409)
}

const windowFields = z.strictObject({
  tier: field.choice(tiers),
  opensOn: field.date(),
  closesOn: field.date(),
})

/** Sets when each tier registers; both days included. A window may be moved while the year is open. */
export const saveWindows = endpoint({
  name: 'window.save',
  input: z.strictObject({ year, version: field.version(), windows: field.many(windowFields, tiers.length) }),
  async run(c, input) {
    const programme = await getProgrammeForUpdate(c, input, { act: 'saveWindows' })
    refuseIf(input.windows.flatMap((window, index) => windowReasons(window, index, input.year)))
    const before = await programmeDb(c)
      .selectFrom('registration_window')
      .select(['tier', 'opens_on', 'closes_on'])
      .where('programme_id', '=', programme.id)
      .orderBy('tier')
      .execute()
    for (const { tier, opensOn, closesOn } of input.windows) {
      const dates = { opens_on: opensOn, closes_on: closesOn }
      await programmeDb(c)
        .insertInto('registration_window')
        .values({ programme_id: programme.id, tier, ...dates })
        .onConflict((conflict) => conflict.columns(['programme_id', 'tier']).doUpdateSet(dates))
        .execute()
    }
    const version = await countUp(c, programme)
    await audit(c, 'window.save', { kind: 'programme', id: programme.id }, { before, after: input.windows })
    return { year: input.year, version }
  },
})

function windowReasons(
  { opensOn, closesOn }: z.output<typeof windowFields>,
  index: number,
  programmeYear: number,
): readonly Reason[] {
  const at = (name: string) => `windows.${index}.${name}`
  if (closesOn < opensOn) return [{ code: 'window_reversed', field: at('closesOn') }]
  const outside = [opensOn, closesOn].some(
    (on) => yearOf(on) !== programmeYear && yearOf(on) !== programmeYear - 1,
  )
  return outside
    ? [{ code: 'window_outside_year', params: { year: programmeYear }, field: at('opensOn') }]
    : []
}

/** Creates a theme of the year, or edits its text. Works keep the theme that they chose. */
export const saveTheme = endpoint({
  name: 'theme.save',
  input: z.strictObject({
    year,
    version: field.version(),
    ord,
    headline: field.text(500),
    parts: field.lines(500, 20),
  }),
  async run(c, input) {
    const programme = await getProgrammeForUpdate(c, input, { act: 'saveTheme' })
    const before = await programmeDb(c)
      .selectFrom('theme_group')
      .select(['id', 'headline', 'parts'])
      .where('programme_id', '=', programme.id)
      .where('ord', '=', input.ord)
      .executeTakeFirst()
    const words = { headline: input.headline, parts: input.parts }
    const id = before?.id ?? newId<'theme'>()
    await programmeDb(c)
      .insertInto('theme_group')
      .values({ id, programme_id: programme.id, ord: input.ord, set_by_unit_id: programme.unit_id, ...words })
      .onConflict((conflict) => conflict.columns(['programme_id', 'ord']).doUpdateSet(words))
      .execute()
    const version = await countUp(c, programme)
    await audit(c, 'theme.save', { kind: 'theme', id }, { before: before ?? null, after: words })
    return { id, year: input.year, ord: input.ord, version }
  },
})

/** Writes a content group of a committee: local to it and to those below it, next to the themes of the province. */
export const saveContentGroup = endpoint({
  name: 'content_group.save',
  input: z.strictObject({
    year,
    version: field.version(),
    /** The committee whose group it is: code or id of its unit. */
    unit: field.text(80),
    ord,
    name: field.text(500),
    refersToYear: field.emptyAsNull(year),
  }),
  async run(c, input) {
    const unit = await unitByCodeOrId(c, input.unit)
    const programme = await getProgrammeForUpdate(c, input, { act: 'saveContentGroup', unitId: unit.id })
    const before = await programmeDb(c)
      .selectFrom('content_group')
      .select(['id', 'name', 'refers_to_year'])
      .where('programme_id', '=', programme.id)
      .where('scope_unit_id', '=', unit.id)
      .where('ord', '=', input.ord)
      .executeTakeFirst()
    const words = { name: input.name, refers_to_year: input.refersToYear }
    const id = before?.id ?? newId<'content_group'>()
    await programmeDb(c)
      .insertInto('content_group')
      .values({ id, programme_id: programme.id, scope_unit_id: unit.id, ord: input.ord, ...words })
      .onConflict((conflict) => conflict.columns(['programme_id', 'scope_unit_id', 'ord']).doUpdateSet(words))
      .execute()
    const version = await countUp(c, programme)
    await audit(
      c,
      'content_group.save',
      { kind: 'content_group', id },
      { unit: unit.code, before: before ?? null, after: words },
    )
    return { id, year: input.year, unit: unit.code, ord: input.ord, version }
  },
})

interface ProgrammeRow {
  readonly id: string
  readonly unit_id: string
  readonly version: number
}

/**
 * The programme of a year, locked; its settings share one version, which only those learn who may set them.
 * @throws Refusal `forbidden`, `version_conflict`, `programme_closed`
 */
async function getProgrammeForUpdate(
  c: Context,
  input: { readonly year: number; readonly version: number },
  asked: { readonly act: ProgrammeAct; readonly unitId?: string },
): Promise<ProgrammeRow> {
  const programme = await programmeDb(c)
    .selectFrom('programme')
    .select(['id', 'unit_id', 'version', 'status'])
    .where('year', '=', input.year)
    .forUpdate()
    .executeTakeFirst()
  if (programme === undefined) throw notFound('programme')
  await authorizeForUnit(c, asked.act, asked.unitId ?? programme.unit_id)
  if (programme.status === 'closed')
    throw new Refusal('programme_closed', { year: input.year }, { status: 409 })
  if (programme.version !== input.version)
    throw new Refusal('version_conflict', { version: programme.version }, { status: 409 })
  return programme
}

async function countUp(c: Context, programme: ProgrammeRow): Promise<number> {
  const version = programme.version + 1
  await programmeDb(c).updateTable('programme').set({ version }).where('id', '=', programme.id).execute()
  return version
}
