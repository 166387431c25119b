import { sql } from 'kysely'
import type { RecordedFact } from '../../platform/audit/verify-facts.ts'
import { births, transitions } from '../rules/states.ts'

/** The state after each act on one work whose entry alone says it. */
const single: Readonly<Record<string, string>> = {
  'work.register': births.register,
  'work.submit': transitions.submit.to,
  'work.withdraw': transitions.withdraw.to,
  'work.open_appraisal': transitions.open_appraisal.to,
  'work.start': transitions.start.to,
  'work.suspend': transitions.suspend.to,
  'work.resume': transitions.resume.to,
  'work.report_completion': transitions.report_completion.to,
}

/** The state after each thing that a decision does to a work. */
const decided: Readonly<Record<string, string>> = {
  approve: transitions.approve.to,
  approve_assign: transitions.assign.to,
  assign: transitions.assign.to,
  return: transitions.return.to,
  reject: transitions.reject.to,
  drop: transitions.drop.to,
}

const valuesOf = (states: Readonly<Record<string, string>>) =>
  sql.join(Object.entries(states).map(([act, state]) => sql`(${act}::text, ${state}::text)`))

const entriesOf = (
  kind: string,
) => sql`select entry.id as entry_id, entry.recorded_at, entry.action, entry.object_id,
    content.payload::jsonb as payload
  from audit_entry entry left join audit_payload content on content.entry_id = entry.id
  where entry.object_kind = ${kind} and entry.outcome = 'done'`

/** What each act that moves a work left it in; null where its content was erased. */
const moves = sql`
  select entries.object_id::uuid as id, entries.recorded_at, entries.entry_id,
    case entries.action
      when 'work.add' then case (payload ->> 'assigned')::boolean
        when true then ${transitions.assign.to} when false then ${births.add} end
      when 'work.decide_completion' then case payload ->> 'outcome'
        when 'accept' then ${transitions.accept_completion.to} when 'refuse' then ${transitions.refuse_completion.to} end
      when 'work.report' then ${transitions.start.to}
      else single.state end as told
  from (${entriesOf('work')}) entries
    left join (values ${valuesOf(single)}) single (act, state) on single.act = entries.action
  where single.act is not null or entries.action in ('work.add', 'work.decide_completion')
    -- A report says so where it was also the beginning.
    or (entries.action = 'work.report' and (payload ->> 'started')::boolean)
  union all
  select work.id, entries.recorded_at, entries.entry_id, decided.state
  from (${entriesOf('decision')}) entries
    cross join lateral jsonb_to_recordset(coalesce(payload -> 'works', '[]')) item (code text, action text)
    join (values ${valuesOf(decided)}) decided (act, state) on decided.act = item.action
    join work on work.code = item.code
  where entries.action = 'decision.record'`

/** What the record tells of works and proof. */
export const recordedWorkFacts: readonly RecordedFact[] = [
  {
    table: 'work',
    fact: 'state',
    told: sql`select distinct on (id) id, told from (${moves}) moves order by id, recorded_at desc, entry_id desc`,
    stands: sql`standing.state`,
  },
  {
    table: 'evidence',
    fact: 'state',
    told: sql`select distinct on (entries.object_id) entries.object_id::uuid as id,
        case when exists (select from evidence later where later.replaces_id = entries.object_id::uuid) then 'replaced'
          when entries.action = 'evidence.judge' then payload ->> 'after' else 'offered' end as told
      from (${entriesOf('evidence')}) entries where entries.action in ('evidence.offer', 'evidence.judge')
      order by entries.object_id, entries.recorded_at desc, entries.entry_id desc`,
    stands: sql`standing.state`,
  },
]
