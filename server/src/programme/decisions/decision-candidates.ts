import { type RawBuilder, sql } from 'kysely'
import { type Body, bodiesOfRoots, holderNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { containing, folded } from '../../platform/data/text-search.ts'
import { isId } from '../../platform/id.ts'
import { waitingFor } from '../filter/filter-waiting.ts'
import { readableWorks } from '../policy.ts'
import type { WorkState } from '../rules/states.ts'
import { type OwnerKind, programmeDb, type Tier } from '../tables.ts'
import { actingFor } from './decision-paper.ts'

/** The bodies for which the actor may record decisions, the one they act in first. */
export async function issuersFor(c: Context): Promise<readonly Body[]> {
  const roots = c.actor.grants.filter(({ role }) => role === 'decider').map(({ unitId }) => unitId)
  const bodies = await bodiesOfRoots(c, roots, c.today)
  const isOwn = (body: Body) => body.id === c.actor.unitId
  return [...bodies.filter(isOwn), ...bodies.filter((body) => !isOwn(body))]
}

/** What has come before a body, by what was proposed: what it may say of each is the same within a group. */
export const candidateGroups = ['approved', 'approve', 'return', 'reject', 'not_judged'] as const
export type CandidateGroup = (typeof candidateGroups)[number]

export interface Candidate {
  readonly ref: string
  readonly title: string
  readonly ownerKind: OwnerKind
  readonly unitName: string
  readonly holderName: string | null
  readonly postTitle: string | null
  readonly tier: Tier
  readonly group: CandidateGroup
  readonly openDuplicates: number
  readonly comment: string
  readonly illustrative: boolean
}

export interface CandidateQuestion {
  readonly year: number
  readonly issuer: Pick<Body, 'rootId'>
  readonly ownerKind: OwnerKind | null
  readonly tier: Tier | null
  readonly themeOrd: number | null
  readonly words: string
  /** These works and no others, whatever waits besides. */
  readonly refs: readonly string[]
}

/** One decision takes so many works; what is more is asked for by a narrower filter. */
export const maxCandidates = 2000

export interface Candidates {
  readonly rows: readonly Candidate[]
  /** Whether there are more than one decision takes. */
  readonly more: boolean
}

/**
 * The works that wait for a decision of this body: approved ones for their assignment, appraised ones for their approval,
 * return or rejection. Works that are named are shown though their appraisal is not concluded, to be looked at.
 */
export async function decisionCandidates(c: Context, question: CandidateQuestion): Promise<Candidates> {
  const acting: Context = { ...c, ...actingFor(c, question.issuer) }
  const found = await programmeDb(c)
    .selectFrom('work')
    .innerJoin('programme', 'programme.id', 'work.programme_id')
    .leftJoin('theme_group as theme', 'theme.id', 'work.theme_group_id')
    .select(['work.id', 'work.code', 'work.title', 'work.owner_kind', 'work.tier', 'work.state'])
    .select(['work.illustrative', latest('outcome').as('proposal'), latest('comment').as('comment')])
    .select([
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      sql<number>`(select count(*) from duplicate_warning warning
        where warning.work_id = work.id and warning.dismissed_at is null)`.as('open_duplicates'),
    ])
    .where('programme.year', '=', question.year)
    .where('work.state', 'in', ['appraising', 'approved'])
    .where(before(acting, question))
    .where(matches(question))
    .orderBy('work.owner_kind')
    .orderBy(unitNameOf('work.owner_unit_id'))
    .orderBy('work.code')
    .limit(maxCandidates + 1)
    .execute()
  return {
    more: found.length > maxCandidates,
    rows: found.slice(0, maxCandidates).map((row) => ({
      ref: row.code ?? row.id,
      title: row.title,
      ownerKind: row.owner_kind as OwnerKind,
      unitName: row.unit_name,
      holderName: row.holder_name,
      postTitle: row.post_title,
      tier: row.tier as Tier,
      group: groupOf(row.state as WorkState, row.proposal),
      openDuplicates: row.open_duplicates,
      comment: row.comment ?? '',
      illustrative: row.illustrative,
    })),
  }
}

/** What was concluded last of the version as it stands. */
const latest = (column: 'outcome' | 'comment') =>
  sql<string | null>`(select appraisal.${sql.ref(column)} from appraisal
    where appraisal.work_id = work.id and appraisal.outcome is not null
      and appraisal.work_version = work.submitted_version
    order by appraisal.recorded_at desc, appraisal.id desc limit 1)`

/** What stands before the body; works that were named are shown as far as they may be decided, nearer bodies or not. */
function before(acting: Context, { refs }: CandidateQuestion): RawBuilder<boolean> {
  if (refs.length > 0) {
    const ids = refs.filter(isId)
    return sql<boolean>`((work.code = any(${[...refs]}::text[]) or work.id = any(${ids}::uuid[]))
      and coalesce(${readableWorks(acting, 'decide')}, false))`
  }
  return sql<boolean>`(${waitingFor(acting, 'assign')} or ${waitingFor(acting, 'decide')})`
}

function matches({ ownerKind, tier, themeOrd, words }: CandidateQuestion): RawBuilder<boolean> {
  const parts = [
    ...(ownerKind === null ? [] : [sql`work.owner_kind = ${ownerKind}`]),
    ...(tier === null ? [] : [sql`work.tier = ${tier}`]),
    ...(themeOrd === null ? [] : [sql`theme.ord = ${themeOrd}`]),
    ...(words === ''
      ? []
      : [
          sql`(work.title_folded like ${containing(folded(words))}
            or work.code like ${containing(sql`${words}::text`)})`,
        ]),
  ]
  return parts.length === 0 ? sql<boolean>`true` : sql<boolean>`(${sql.join(parts, sql` and `)})`
}

function groupOf(state: WorkState, proposal: string | null): CandidateGroup {
  if (state === 'approved') return 'approved'
  return proposal === 'approve' || proposal === 'return' || proposal === 'reject' ? proposal : 'not_judged'
}
