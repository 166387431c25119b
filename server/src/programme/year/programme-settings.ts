import { bodiesOfRoots, unitsByIds } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { PeriodKey } from '../rules/periods.ts'
import { programmeDb, type Tier, tiers } from '../tables.ts'
import { mayForUnit } from './programme-policy.ts'
import { listUnitPolicies, type UnitPolicyView } from './unit-policy.ts'

export interface WindowSetting {
  readonly tier: Tier
  readonly opensOn: PlainDate | null
  readonly closesOn: PlainDate | null
}

export interface ThemeSetting {
  readonly ord: number
  readonly headline: string
  readonly parts: readonly string[]
}

export interface GroupSetting {
  readonly unitCode: string
  readonly unitName: string
  readonly ord: number
  readonly name: string
  readonly refersToYear: number | null
  readonly mayEdit: boolean
}

/** A committee, as far as a choice needs it. */
export interface Committee {
  readonly code: string
  readonly name: string
}

/** What a programme year is set to, and what of it the actor may set. */
export interface ProgrammeSettings {
  readonly year: number
  readonly name: string
  readonly unitName: string
  readonly status: 'open' | 'closed'
  readonly version: number
  /** Whether the actor administers the programme itself, its themes and windows. */
  readonly mayEdit: boolean
  readonly windows: readonly WindowSetting[]
  readonly themes: readonly ThemeSetting[]
  readonly groups: readonly GroupSetting[]
  readonly periods: readonly {
    readonly key: PeriodKey
    readonly dataClosesOn: PlainDate
    readonly dueOn: PlainDate
  }[]
  /** The committees whose own content groups the actor may write. */
  readonly committees: readonly Committee[]
  /** What these committees let one person do alone, the latest word first. */
  readonly policies: readonly UnitPolicyView[]
}

/** @throws Refusal `not_found`, or `forbidden` for users who administer no programme */
export async function getProgrammeSettings(c: Context, year: number): Promise<ProgrammeSettings> {
  const settings = await findProgrammeSettings(c, year)
  if (settings === null) throw notFound('programme')
  return settings
}

/** The same; null where nobody has opened the year. @throws Refusal `forbidden` */
export async function findProgrammeSettings(c: Context, year: number): Promise<ProgrammeSettings | null> {
  const committees = await administeredCommittees(c)
  if (committees.length === 0) throw new Refusal('forbidden', { act: 'openProgramme' }, { status: 403 })
  const programme = Number.isInteger(year)
    ? await programmeDb(c)
        .selectFrom('programme')
        .select(['id', 'year', 'name', 'unit_id', 'status', 'version'])
        .where('year', '=', year)
        .executeTakeFirst()
    : undefined
  if (programme === undefined) return null
  const [unit] = await unitsByIds(c, [programme.unit_id], c.today)
  return {
    year: programme.year,
    name: programme.name,
    unitName: unit?.name ?? '',
    status: programme.status as 'open' | 'closed',
    version: programme.version,
    mayEdit: await mayForUnit(c, 'saveTheme', programme.unit_id),
    windows: await windowsOf(c, programme.id),
    themes: await themesOf(c, programme.id),
    groups: await groupsOf(c, programme.id),
    periods: await periodsOf(c, programme.id),
    committees,
    policies: await listUnitPolicies(c, administeredRoots(c)),
  }
}

/** What the bodies of the actor's rights let one person do alone. @throws Refusal `forbidden` who administers none */
export async function unitPoliciesInReach(c: Context): Promise<readonly UnitPolicyView[]> {
  const roots = administeredRoots(c)
  if (roots.length === 0) throw new Refusal('forbidden', { act: 'recordPolicy' }, { status: 403 })
  return listUnitPolicies(c, roots)
}

const administeredRoots = (c: Context) =>
  c.actor.grants.filter(({ role }) => role === 'programme-admin').map(({ unitId }) => unitId)

/** The committees of the actor's rights as an administrator of programmes. */
export async function administeredCommittees(c: Context): Promise<readonly Committee[]> {
  const bodies = await bodiesOfRoots(c, administeredRoots(c), c.today)
  return bodies.filter((body) => !body.actsForAnother).map(({ code, name }) => ({ code, name }))
}

async function windowsOf(c: Context, programmeId: string): Promise<readonly WindowSetting[]> {
  const rows = await programmeDb(c)
    .selectFrom('registration_window')
    .select(['tier', 'opens_on', 'closes_on'])
    .where('programme_id', '=', programmeId)
    .execute()
  return tiers.map((tier) => {
    const row = rows.find((one) => one.tier === tier)
    return {
      tier,
      opensOn: (row?.opens_on ?? null) as PlainDate | null,
      closesOn: (row?.closes_on ?? null) as PlainDate | null,
    }
  })
}

function themesOf(c: Context, programmeId: string): Promise<readonly ThemeSetting[]> {
  return programmeDb(c)
    .selectFrom('theme_group')
    .select(['ord', 'headline', 'parts'])
    .where('programme_id', '=', programmeId)
    .orderBy('ord')
    .execute()
}

async function groupsOf(c: Context, programmeId: string): Promise<readonly GroupSetting[]> {
  const rows = await programmeDb(c)
    .selectFrom('content_group')
    .select(['scope_unit_id', 'ord', 'name', 'refers_to_year'])
    .where('programme_id', '=', programmeId)
    .orderBy('scope_unit_id')
    .orderBy('ord')
    .execute()
  const units = await unitsByIds(
    c,
    rows.map((row) => row.scope_unit_id),
    c.today,
  )
  const editable = new Map<string, boolean>()
  for (const unit of units) editable.set(unit.id, await mayForUnit(c, 'saveContentGroup', unit.id))
  return rows.map((row) => {
    const unit = units.find(({ id }) => id === row.scope_unit_id)
    return {
      unitCode: unit?.code ?? '',
      unitName: unit?.name ?? '',
      ord: row.ord,
      name: row.name,
      refersToYear: row.refers_to_year,
      mayEdit: editable.get(row.scope_unit_id) ?? false,
    }
  })
}

async function periodsOf(c: Context, programmeId: string): Promise<ProgrammeSettings['periods']> {
  const rows = await programmeDb(c)
    .selectFrom('report_period')
    .select(['key', 'data_closes_on', 'due_on'])
    .where('programme_id', '=', programmeId)
    .orderBy('data_closes_on')
    .execute()
  return rows.map((row) => ({
    key: row.key as PeriodKey,
    dataClosesOn: row.data_closes_on as PlainDate,
    dueOn: row.due_on as PlainDate,
  }))
}
