import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import * as field from '../../platform/http/fields.ts'
import { apiRead } from '../../platform/http/route.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { authorize } from '../policy.ts'
import { workStates } from '../rules/states.ts'
import { getWork } from '../work.ts'
import { historyOf, type PassageView, type VersionView, versionsOf } from './work-history.ts'

/** What the system had been told of a work's course by an instant, as of a day (design 8.1): two different times. */
export interface KnownHistory {
  readonly passages: readonly PassageView[]
  readonly versions: readonly VersionView[]
}

/**
 * The states and versions of a work up to a day, and of these those that had been recorded by an instant. Only what carries
 * the instant of its recording is asked for: figures and targets are not, because not every fact behind them does.
 * @throws Refusal `not_found`
 */
export async function knownHistory(
  c: Context,
  ref: string,
  { asOf, knownAt }: { readonly asOf: PlainDate; readonly knownAt: Date | null },
): Promise<KnownHistory> {
  const work = await getWork(c, ref)
  authorize(c, 'read', work.record)
  const question = { workId: work.row.id, asOf, knownAt }
  return { passages: await historyOf(c, question), versions: await versionsOf(c, question) }
}

/** The last instant of a day in Vietnam, which has kept one offset since 1975. */
export const endOfDay = (on: PlainDate): Date => new Date(`${on}T23:59:59.999+07:00`)

const instant = field.emptyAsNull(
  z.union([
    z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
    field.date().transform(endOfDay),
  ]),
)

/** The course of a work for machines, with both times of each fact. */
export const historyApi = apiRead({
  path: '/works/:ref/history',
  name: 'work.history',
  query: z.strictObject({
    asOf: field
      .optionalDate()
      .describe('What had taken effect by that day, included; today where it is missing.'),
    knownAt: instant.describe('Of that, what had been recorded by this instant, or by the end of this day.'),
  }),
  output: z.object({
    passages: z.array(
      z.object({
        state: z.enum(workStates),
        action: z.string(),
        from: z.iso.date(),
        to: z.iso.date().nullable().describe('Null while it lasts, as far as was known.'),
        reason: z.string().nullable(),
        document: z.string().nullable(),
        bodyName: z.string().nullable(),
        inStead: z.string().nullable().describe('“X for Y” where X acted on behalf of Y.'),
        recordedAt: z.iso.datetime(),
      }),
    ),
    versions: z.array(
      z.object({
        number: z.number().int(),
        reason: z.string(),
        effectiveOn: z.iso.date(),
        recordedAt: z.iso.datetime(),
      }),
    ),
  }),
  async run(c, { params, query }) {
    const { passages, versions } = await knownHistory(c, params.ref ?? '', {
      asOf: query.asOf ?? c.today,
      knownAt: query.knownAt,
    })
    return {
      passages: passages.map(({ decisionId: _decision, recordedAt, ...passage }) => ({
        ...passage,
        recordedAt: recordedAt.toISOString(),
      })),
      versions: versions.map(({ number, reason, effectiveOn, recordedAt }) => ({
        number,
        reason,
        effectiveOn,
        recordedAt: recordedAt.toISOString(),
      })),
    }
  },
})
