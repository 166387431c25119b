import { z } from 'zod'
import { unitCodeOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { parseQuery } from '../../platform/http/parse.ts'
import { apiRead, type Route } from '../../platform/http/route.ts'
import { notFound } from '../../platform/refusal.ts'
import { periodKeys } from '../rules/periods.ts'
import { programmeDb, tiers } from '../tables.ts'
import { listProgrammes, programmeCalendar } from '../year/list-programmes.ts'
import { unitPoliciesInReach } from '../year/programme-settings.ts'
import { unitPolicies } from '../year/unit-policy.ts'

/** What machines read of the years: which there are, their windows and periods, and the ids that a registration names. */

const day = z.iso.date()
const whole = z.number().int()

const face = z.object({
  year: whole,
  name: z.string(),
  unit: z.string().describe('Code of the body whose programme it is.'),
  unitName: z.string(),
  status: z.enum(['open', 'closed']),
})

const programmes = apiRead({
  path: '/programmes',
  name: 'programme.list',
  query: z.strictObject({}),
  output: z.object({ items: z.array(face) }),
  async run(c) {
    const codes = await codesOfBodies(c)
    const rows = await listProgrammes(c)
    return { items: rows.map((row) => faceOf(row, codes)) }
  },
})

async function codesOfBodies(c: Context): Promise<ReadonlyMap<string, string>> {
  const rows = await programmeDb(c)
    .selectFrom('programme')
    .select(['unit_id', unitCodeOf('unit_id').as('code')])
    .execute()
  return new Map(rows.map((row) => [row.unit_id, row.code]))
}

function faceOf(
  { year, name, unitId, unitName, status }: Awaited<ReturnType<typeof listProgrammes>>[number],
  codes: ReadonlyMap<string, string>,
): z.input<typeof face> {
  return { year, name, unit: codes.get(unitId) ?? '', unitName, status }
}

const programme = apiRead({
  path: '/programmes/:year',
  name: 'programme.read',
  query: z.strictObject({}),
  output: face.extend({
    version: whole.describe('For acts that change the settings of the year.'),
    windows: z
      .array(z.object({ tier: z.enum(tiers), opensOn: day, closesOn: day }))
      .describe('When each tier may register.'),
    periods: z.array(z.object({ key: z.enum(periodKeys), dataClosesOn: day, dueOn: day })),
    themes: z.array(
      z.object({
        id: z.uuid().describe('The themeGroupId of a registration.'),
        ord: whole,
        headline: z.string(),
        parts: z.array(z.string()),
      }),
    ),
    contentGroups: z.array(
      z.object({
        id: z.uuid().describe('One of the contentGroupIds of a registration.'),
        unit: z.string().describe('Code of the committee whose group it is.'),
        unitName: z.string(),
        ord: whole,
        name: z.string(),
        refersToYear: whole.nullable(),
      }),
    ),
  }),
  async run(c, { params }) {
    const { year } = parseQuery(z.strictObject({ year: field.whole(2000, 2200) }), params)
    const row = (await listProgrammes(c)).find((one) => one.year === year)
    if (row === undefined) throw notFound('programme')
    const { windows, periods } = await programmeCalendar(c, row.id)
    return {
      ...faceOf(row, await codesOfBodies(c)),
      version: await versionOf(c, row.id),
      windows: [...windows],
      periods: [...periods],
      themes: await themesOf(c, row.id),
      contentGroups: await groupsOf(c, row.id),
    }
  },
})

async function versionOf(c: Context, id: string): Promise<number> {
  const found = programmeDb(c).selectFrom('programme').select('version').where('id', '=', id)
  return (await found.executeTakeFirstOrThrow()).version
}

// Bounds, not pages: a year has some dozens.
const maxThemes = 200
const maxGroups = 2000

const themesOf = (c: Context, programmeId: string) =>
  programmeDb(c)
    .selectFrom('theme_group')
    .select(['id', 'ord', 'headline', 'parts'])
    .where('programme_id', '=', programmeId)
    .orderBy('ord')
    .limit(maxThemes)
    .execute()

const groupsOf = (c: Context, programmeId: string) =>
  programmeDb(c)
    .selectFrom('content_group')
    .select(['id', 'ord', 'name', 'refers_to_year as refersToYear'])
    .select([unitCodeOf('scope_unit_id').as('unit'), unitNameOf('scope_unit_id').as('unitName')])
    .where('programme_id', '=', programmeId)
    .orderBy('scope_unit_id')
    .orderBy('ord')
    .limit(maxGroups)
    .execute()

const policies = apiRead({
  path: '/unit-policies',
  name: 'unit_policy.list',
  query: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        unitName: z.string(),
        key: z.enum(unitPolicies),
        allowed: z.boolean(),
        fromOn: day,
        document: z.string(),
      }),
    ),
  }),
  run: async (c) => ({ items: [...(await unitPoliciesInReach(c))] }),
})

export const programmeReads: readonly Route[] = [programmes, programme, policies]
