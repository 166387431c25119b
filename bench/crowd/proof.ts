import pg from 'pg'
import type { Acknowledged } from './visitor.ts'

/** What the database says to each kind of act. */
export interface Comparison {
  readonly action: string
  readonly acknowledged: number
  /** Entries of the record of this kind about the same things. */
  readonly recorded: number
  /** Acts that were acknowledged, and what they left behind is not there. */
  readonly lost: number
  /** Acts that were acknowledged without an entry in the record. */
  readonly unrecorded: number
}

// Where the thing itself stands that an act leaves behind; the others change a work, which is asked for by its state.
const left: Readonly<Record<string, string>> = {
  'work.register': 'select id from work where id = any($1)',
  'work.edit': `select id from work where id = any($1) and title like '% (sửa)'`,
  'work.submit': 'select id from work where id = any($1) and code is not null',
  'work.open_appraisal': `select work_id as id from work_state_span where work_id = any($1) and action = 'open_appraisal'`,
  'work.appraise': 'select work_id as id from appraisal where work_id = any($1)',
  'decision.record': 'select id from decision where id = any($1)',
  'work.report': 'select work_id as id from report where work_id = any($1)',
  'evidence.offer': 'select id from evidence where id = any($1)',
  'evidence.judge': `select id from evidence where id = any($1) and state = 'accepted'`,
  'work.report_completion': 'select work_id as id from completion where work_id = any($1)',
  'work.check_completion':
    'select work_id as id from completion where work_id = any($1) and checked_on is not null',
  'work.decide_completion': `select id from work where id = any($1) and state = 'completed'`,
}

/** Compares what everybody was told with what is there, act by act. */
export async function compare(url: string, told: readonly Acknowledged[]): Promise<readonly Comparison[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const actions = [...new Set(told.map(({ action }) => action))].sort()
    const found: Comparison[] = []
    for (const action of actions) {
      const ids = told.filter((one) => one.action === action).map(({ objectId }) => objectId)
      found.push(await compareOne(client, action, ids))
    }
    return found
  } finally {
    await client.end()
  }
}

async function compareOne(client: pg.Client, action: string, ids: readonly string[]): Promise<Comparison> {
  const statement = left[action]
  if (statement === undefined) throw new Error(`nobody says what ${action} leaves behind`)
  const there = new Set((await client.query<{ id: string }>(statement, [ids])).rows.map(({ id }) => id))
  const { rows: entries } = await client.query<{ id: string; count: number }>(
    `select object_id as id, count(*)::int as count from audit_entry
     where action = $1 and outcome = 'done' and object_id = any($2) group by 1`,
    [action, ids],
  )
  const recorded = new Map(entries.map(({ id, count }) => [id, count]))
  const times = new Map<string, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  return {
    action,
    acknowledged: ids.length,
    recorded: entries.reduce((sum, { count }) => sum + count, 0),
    lost: ids.filter((id) => !there.has(id)).length,
    unrecorded: [...times].reduce(
      (sum, [id, count]) => sum + Math.max(0, count - (recorded.get(id) ?? 0)),
      0,
    ),
  }
}
