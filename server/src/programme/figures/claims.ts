import { sql } from 'kysely'
import { z } from 'zod'
import { unitsByCodes } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { countSubjects } from '../../platform/counts/count-subjects.ts'
import { type Lines, noSum } from '../../platform/counts/subject-count.ts'
import { Failure } from '../../platform/refusal.ts'
import { allWorks, standings, type WorkFilter } from '../filter/filter.ts'
import { matches } from '../filter/filter-sql.ts'
import { codesIn, narrowScope, resolveWorkFilter, type WorkScope } from '../filter/work-scope.ts'
import { readableOnDay, worksOnDay } from '../filter/works-on-day.ts'
import { type Reconciliation, reconcile } from '../rules/claims.ts'
import { ownerKinds, programmeDb, tiers } from '../tables.ts'

/** A published total next to what the register holds; neither is ever set to the other (spec/programme.md, 6.1). */
export interface ClaimView extends Omit<Reconciliation, 'verdict'> {
  readonly ref: string
  readonly label: string
  /** The works that the total speaks of: the list behind the register's number. */
  readonly filter: WorkFilter
  /** `partial`: the actor may not see all the works that the total speaks of, so that their number says nothing about it. */
  readonly verdict: Reconciliation['verdict'] | 'partial'
  readonly statedBy: string | null
  readonly assumption: string | null
  readonly sourceId: string
  readonly sourceQuote: string
}

/** The part of a filter that a claim may set: stored next to it, under the names of `WorkFilter`. */
const claimFilter = z.strictObject({
  ownerKind: z.enum(ownerKinds).optional(),
  tier: z.enum(tiers).optional(),
  unit: z.string().optional(),
  subordinates: z.boolean().optional(),
  assigner: z.string().optional(),
  managing: z.string().optional(),
  ownerUnitKinds: z.array(z.string()).optional(),
  standing: z.enum(standings).optional(),
})

/** The claims of a year, each reconciled with the register as of a day; in the order in which they were published. */
export async function listClaims(
  c: Context,
  asked: Pick<WorkFilter, 'year' | 'asOf' | 'illustrative'>,
): Promise<readonly ClaimView[]> {
  const scope = await resolveWorkFilter(c, {
    ...allWorks(asked.year, asked.asOf),
    illustrative: asked.illustrative,
  })
  const rows = await programmeDb(c)
    .selectFrom('count_claim')
    .selectAll()
    .where('programme_id', '=', scope.programme.id)
    .orderBy('ord')
    .limit(100)
    .execute()
  const filters = rows.map((row) => claimedWorks(scope.filter, row))
  const counts = await countEach(c, scope, filters)
  return rows.map((row, index) => {
    const { all, readable } = counts[index] ?? { all: 0, readable: 0 }
    const partial = readable < all
    return {
      ref: row.ref,
      label: c.language === 'vi' ? row.label_vi : row.label_en,
      filter: filters[index] ?? scope.filter,
      ...(partial ? unjudged(row.published, readable) : reconcile(row.published, readable)),
      statedBy: row.stated_by,
      assumption: c.language === 'vi' ? row.assumption_vi : row.assumption_en,
      sourceId: row.source_id,
      sourceQuote: row.source_quote,
    }
  })
}

/** What a part of the register says about a total: nothing. */
function unjudged(published: number | null, register: number) {
  return { published, register, deviation: null, verdict: 'partial' } as const
}

function claimedWorks(within: WorkFilter, claim: { ref: string; filter: unknown }): WorkFilter {
  const parsed = claimFilter.safeParse(claim.filter)
  if (!parsed.success)
    throw new Failure('claim_filter_invalid', `reading the filter of claim ${claim.ref}`, parsed.error)
  const said = Object.entries(parsed.data).filter(([, value]) => value !== undefined)
  return { ...within, ...Object.fromEntries(said) }
}

interface ClaimCount {
  readonly all: number
  readonly readable: number
}

/** Claim by claim, because each names few works that an index finds; what the actor may not see is only known to be there. */
async function countEach(
  c: Context,
  scope: WorkScope,
  filters: readonly WorkFilter[],
): Promise<readonly ClaimCount[]> {
  const units = await unitsByCodes(c, filters.flatMap(codesIn))
  const counts: ClaimCount[] = []
  for (const filter of filters) {
    const kept = await countSubjects(c, {
      kind: 'work',
      query(only) {
        const claimed = narrowScope(only === null ? scope : { ...scope, only }, filter, units)
        const readable = sql`case when ${readableOnDay(c, claimed)} then 'readable' else 'hidden' end`
        return worksOnDay(c, claimed)
          .where(matches(c, claimed))
          .select(sql<Lines['lines']>`string_agg(work.id || ' ' || ${readable}, e'\n')`.as('lines'))
          .compile()
      },
      keyOf: (word) => word,
      sum: noSum,
    })
    const readable = kept.groups.find(({ key }) => key === 'readable')?.size ?? 0
    counts.push({ all: kept.size, readable })
  }
  return counts
}
