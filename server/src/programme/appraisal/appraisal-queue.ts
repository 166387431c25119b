import { type RawBuilder, sql } from 'kysely'
import { holderNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { cutPage, decodeCursor } from '../../platform/http/paging.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { appraisedByActor, waitingFor } from '../filter/filter-waiting.ts'
import { programmeDb } from '../tables.ts'

/** How far the appraisal of a work is: to be opened, to be concluded, or concluded and waiting for a decision. */
export const queueParts = ['to_open', 'to_conclude', 'to_decide'] as const
export type QueuePart = (typeof queueParts)[number]

export interface QueuedWork {
  readonly ref: string
  readonly code: string
  readonly title: string
  readonly version: number
  readonly unitName: string
  readonly holderName: string | null
  readonly postTitle: string | null
  readonly since: PlainDate
  readonly dueOn: PlainDate | null
  readonly openDuplicates: number
  /** What was proposed for this version, the latest first to count. */
  readonly proposal: 'approve' | 'return' | 'reject' | null
  readonly illustrative: boolean
}

export interface QueuePage {
  readonly rows: readonly QueuedWork[]
  readonly total: number
  readonly next: string | null
}

const pageSize = 50

// What was concluded of the version as it stands; an opinion on an earlier version is none on this.
const latestProposal = sql<QueuedWork['proposal']>`(select appraisal.outcome from appraisal
  where appraisal.work_id = work.id and appraisal.outcome is not null
    and appraisal.work_version = work.submitted_version
  order by appraisal.recorded_at desc, appraisal.id desc limit 1)`

// What a nearer body appraises waits for that one, and is not in this queue.
const partOf: Readonly<Record<QueuePart, (c: Context) => RawBuilder<boolean>>> = {
  to_open: (c) => waitingFor(c, 'open_appraisal'),
  to_conclude: (c) => waitingFor(c, 'appraise'),
  to_decide: (c) =>
    sql<boolean>`(work.state = 'appraising' and ${latestProposal} is not null
      and ${appraisedByActor(c)})`,
}

/** The works that wait for the actor's appraisal in one part of the queue, those that wait longest first. */
export async function appraisalQueue(c: Context, part: QueuePart, cursor: string | null): Promise<QueuePage> {
  const waiting = queued(c).where(partOf[part](c))
  const { total } = await waiting.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow()
  let query = waiting
    .select(['work.id', 'work.code', 'work.title', 'work.version', 'work.state_since', 'work.due_on'])
    .select([
      'work.illustrative',
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
      latestProposal.as('proposal'),
      sql<number>`(select count(*) from duplicate_warning warning
        where warning.work_id = work.id and warning.dismissed_at is null)`.as('open_duplicates'),
    ])
  if (cursor !== null) {
    const [since, id] = decodeCursor(cursor, ['day', 'id'])
    query = query.where(sql<boolean>`(work.state_since, work.id) > (${since}::date, ${id}::uuid)`)
  }
  const found = await query
    .orderBy('work.state_since')
    .orderBy('work.id')
    .limit(pageSize + 1)
    .execute()
  const page = cutPage(found, pageSize, (row) => [row.state_since, row.id])
  return {
    total,
    rows: page.items.map((row) => ({
      ref: row.code ?? row.id,
      code: row.code ?? '',
      title: row.title,
      version: row.version,
      unitName: row.unit_name,
      holderName: row.holder_name,
      postTitle: row.post_title,
      since: row.state_since as PlainDate,
      dueOn: row.due_on as PlainDate | null,
      openDuplicates: row.open_duplicates,
      proposal: row.proposal,
      illustrative: row.illustrative,
    })),
    next: page.next,
  }
}

/** How many works wait in each part. */
export async function countQueue(c: Context): Promise<Readonly<Record<QueuePart, number>>> {
  return queued(c)
    .select([
      sql<number>`count(*) filter (where ${partOf.to_open(c)})`.as('to_open'),
      sql<number>`count(*) filter (where ${partOf.to_conclude(c)})`.as('to_conclude'),
      sql<number>`count(*) filter (where ${partOf.to_decide(c)})`.as('to_decide'),
    ])
    .executeTakeFirstOrThrow()
}

function queued(c: Context) {
  return programmeDb(c)
    .selectFrom('work')
    .innerJoin('programme', (join) =>
      join.onRef('programme.id', '=', 'work.programme_id').on('programme.status', '=', 'open'),
    )
    .where('work.state', 'in', ['submitted', 'appraising'])
}
