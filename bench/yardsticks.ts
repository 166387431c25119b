/**
 * The same questions in SQL written by hand, for one programme, without permission and without a choice of filters: what the
 * database itself needs. `$1` is the programme, `$2` the day.
 */

/** State on the day, and the signals of the day; for a day after which nothing changed the works alone say it. */
const worksOnDay = (past: boolean) =>
  past
    ? `select work.id, work.tier, work.owner_kind, work.theme_group_id, work.custodian_unit_id, work.due_on, work.work_done_on,
         work.accepted_on, span.state
       from work join work_state_span span on span.work_id = work.id and span.programme_id = $1 and span.from_on <= $2
         and (span.to_on is null or span.to_on > $2)
       where work.programme_id = $1`
    : `select id, tier, owner_kind, theme_group_id, custodian_unit_id, due_on, work_done_on, accepted_on, state
       from work where programme_id = $1`

export const bareOverview = (past: boolean): string => `
  with signalled as (
    select work_id, bool_or(signal = 'late') as late, bool_or(signal = 'at_risk') as at_risk, bool_or(signal = 'silent') as silent,
      bool_or(signal = 'stale') as stale, min(from_on) filter (where signal in ('late', 'silent')) as since
    from work_signal where programme_id = $1 and from_on <= $2 and (to_on is null or to_on > $2) group by work_id
  ), child as (
    select below.unit_id, parent.unit_id as child_id from unit_parent parent
    join unit_ancestor below on below.ancestor_id = parent.unit_id and below.system = parent.system
    where parent.system = 'party' and parent.parent_id = (select unit_id from programme where id = $1)
  ), works as materialized (
    select on_day.*, child.child_id, late, at_risk, silent, stale, since, due_on <= $2 as due, work_done_on <= due_on as in_time
    from (${worksOnDay(past)}) on_day
    left join signalled on signalled.work_id = on_day.id
    left join child on child.unit_id = on_day.custodian_unit_id
  )
  select tier, owner_kind, theme_group_id::text, null as child, state, late, at_risk, silent, stale, due, in_time, count(*)
  from works group by 1, 2, 3, 5, 6, 7, 8, 9, 10, 11
  union all
  select null, null, null, child_id::text, state, late, at_risk, silent, stale, due, in_time, count(*)
  from works group by 4, 5, 6, 7, 8, 9, 10, 11
  union all
  (select null, null, id::text, null, state, null, null, null, null, null, null, 1 from works where since is not null
    order by since, id limit 10)`

const shown = `work.id, work.code, work.title, work.due_on, work.state, unit.name, person.full_name`
const joined = `join unit on unit.id = work.owner_unit_id left join post_holding held on held.id = work.owner_holding_id
  left join person on person.id = held.person_id`

export const bareCount = `select count(*) from work where programme_id = $1`
export const bareList = `select ${shown} from work ${joined} where work.programme_id = $1
  order by coalesce(work.due_on, date '9999-12-31'), work.id limit 50`

const isLate = `work.id in (select work_id from work_signal where programme_id = $1 and signal = 'late' and from_on <= $2
  and (to_on is null or to_on > $2))`
export const bareLateCount = `select count(*) from work where programme_id = $1 and ${isLate}`
export const bareLateList = `select ${shown} from work ${joined} where work.programme_id = $1 and ${isLate}
  order by coalesce(work.due_on, date '9999-12-31'), work.id limit 50`
