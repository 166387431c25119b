import { type RawBuilder, sql } from 'kysely'
import { holderNameOf, postTitleOf, unitNameOf } from '../../organisation/index.ts'
import type { Context } from '../../platform/context.ts'
import { byOthersThan } from '../../platform/permission/two-people.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { waitingFor } from '../filter/filter-waiting.ts'
import { programmeDb } from '../tables.ts'

/** What is judged one by one on a desk: what waits for the actor, the oldest first. */
export const deskQueues = ['appraise', 'judge_evidence', 'check_completion', 'decide_completion'] as const
export type DeskQueueName = (typeof deskQueues)[number]

/** A thing of a queue: a work, or a piece of evidence of one. */
export interface DeskItem {
  /** The work's id, or the evidence's. */
  readonly key: string
  readonly ref: string
  /** The work's title. */
  readonly title: string
  /** The title of the evidence, in its queue. */
  readonly evidence: string | null
  readonly unitName: string
  readonly holderName: string | null
  readonly postTitle: string | null
  readonly since: PlainDate
  /** Why it cannot be concluded now; null where it can. */
  readonly against: 'duplicates' | 'unchecked' | null
}

export interface DeskQueuePage {
  readonly total: number
  /** The place of the asked thing, from 1; null where it does not wait (any longer). */
  readonly place: number | null
  /** At most `shown` entries around it. */
  readonly items: readonly DeskItem[]
  readonly previous: DeskItem | null
  readonly next: DeskItem | null
  /** Those that wait too but cannot be concluded yet, at most `shownApart`. */
  readonly apart: readonly DeskItem[]
}

const before = 10
const after = 30
const shownApart = 20

interface Source {
  readonly since: RawBuilder<string>
  /** Whether it cannot be concluded yet, and why. */
  readonly against: RawBuilder<DeskItem['against']>
  waits(c: Context): RawBuilder<boolean>
}

const openCompletion = (column: RawBuilder<unknown>) =>
  sql<string>`(select ${column} from completion where completion.work_id = work.id and completion.outcome is null)`

const ofWork = {
  since: sql<string>`work.state_since`,
  against: sql<DeskItem['against']>`null::text`,
}

const sources: Readonly<Record<DeskQueueName, Source>> = {
  appraise: {
    ...ofWork,
    // An approval is refused while a work that looks alike is not said to be another one.
    against: sql`case when exists (select from duplicate_warning warning
      where warning.work_id = work.id and warning.dismissed_at is null) then 'duplicates' end`,
    waits: (c) => waitingFor(c, 'appraise'),
  },
  judge_evidence: {
    ...ofWork,
    since: sql`evidence.effective_on`,
    waits: (c) => waitingFor(c, 'judge_evidence'),
  },
  check_completion: {
    ...ofWork,
    since: openCompletion(sql`completion.reported_on`),
    waits: (c) => waitingFor(c, 'check_completion'),
  },
  decide_completion: {
    ...ofWork,
    since: openCompletion(sql`coalesce(completion.checked_on, completion.reported_on)`),
    waits: (c) => waitingFor(c, 'decide_completion'),
  },
}

/**
 * The queue around one thing: its place, its neighbours, and what waits but cannot be concluded yet. One query, whatever the
 * length of the queue.
 * @param key the work's or the evidence's id; null for the first of the queue
 */
export async function deskQueue(
  c: Context,
  queue: DeskQueueName,
  key: string | null,
): Promise<DeskQueuePage> {
  const rows = await programmeDb(c)
    .with('waiting', () => waitingItems(c, queue))
    .with('placed', (db) =>
      db
        .selectFrom('waiting')
        .selectAll()
        .select([
          sql<number>`row_number() over (partition by against is null order by since, key)`.as('place'),
          sql<number>`count(*) filter (where against is null) over ()`.as('total'),
        ]),
    )
    .selectFrom('placed')
    .innerJoin('work', 'work.id', 'placed.work_id')
    .leftJoin('evidence', 'evidence.id', 'placed.evidence_id')
    .selectAll('placed')
    .select([
      sql<string>`coalesce(work.code, work.id::text)`.as('ref'),
      'work.title',
      'evidence.title as evidence',
      unitNameOf('work.owner_unit_id').as('unit_name'),
      holderNameOf('work.owner_holding_id').as('holder_name'),
      postTitleOf('work.owner_post_id').as('post_title'),
    ])
    .where(({ or, eb, and }) =>
      or([
        and([
          eb('placed.against', 'is', null),
          sql<boolean>`placed.place between ${placeOf(key)} - ${before}::int and ${placeOf(key)} + ${after}::int`,
        ]),
        and([eb('placed.against', 'is not', null), eb('placed.place', '<=', shownApart)]),
      ]),
    )
    .orderBy('placed.place')
    .execute()
  const items = rows.filter(({ against }) => against === null)
  const found = items.find((item) => item.key === key)
  const at = (place: number) => toItem(items.find((item) => item.place === place))
  return {
    total: rows[0]?.total ?? 0,
    place: found?.place ?? null,
    items: items.map(itemOf),
    previous: found === undefined ? null : at(found.place - 1),
    // Of what no longer waits the next is the first.
    next: found === undefined ? at(1) : at(found.place + 1),
    apart: rows.filter(({ against }) => against !== null).map(itemOf),
  }
}

const placeOf = (key: string | null) =>
  sql<number>`coalesce((select place from placed asked where asked.key = ${key}::uuid and asked.against is null), 1)`

function waitingItems(c: Context, queue: DeskQueueName) {
  const { since, against, waits } = sources[queue]
  const works = programmeDb(c).selectFrom('work').where(waits(c))
  const common = [since.as('since'), against.as('against'), 'work.id as work_id'] as const
  if (queue !== 'judge_evidence')
    return works.select([...common, 'work.id as key', sql<string | null>`null::uuid`.as('evidence_id')])
  return works
    .innerJoin('evidence', 'evidence.work_id', 'work.id')
    .where('evidence.state', '=', 'offered')
    .where(byOthersThan(c.actor, { person: 'evidence.person_id', forPerson: 'evidence.for_person_id' }))
    .select([...common, 'evidence.id as key', sql<string | null>`evidence.id`.as('evidence_id')])
}

interface PlacedRow {
  readonly key: string
  readonly ref: string
  readonly title: string
  readonly evidence: string | null
  readonly unit_name: string
  readonly holder_name: string | null
  readonly post_title: string | null
  readonly since: string
  readonly against: DeskItem['against']
}

const itemOf = (row: PlacedRow): DeskItem => ({
  key: row.key,
  ref: row.ref,
  title: row.title,
  evidence: row.evidence,
  unitName: row.unit_name,
  holderName: row.holder_name,
  postTitle: row.post_title,
  since: row.since as PlainDate,
  against: row.against,
})

const toItem = (row: PlacedRow | undefined): DeskItem | null => (row === undefined ? null : itemOf(row))
