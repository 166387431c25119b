-- Works of five years with their course, made by the database itself: $ placeholders are filled in by generate.ts.
-- Every draw is a hash of the work's number, so that each run makes the same register.

create function pg_temp.draw(n bigint, what text, below integer) returns integer
  language sql immutable return (('x' || substr(md5(n || what), 1, 7))::bit(28)::integer % below);

create function pg_temp.uid(kind integer, n bigint) returns uuid
  language sql immutable
  return (lpad(to_hex(1640995200000 + n), 12, '0') || '70008000' || lpad(to_hex(kind), 4, '0') || lpad(to_hex(n), 8, '0'))::uuid;

insert into programme (id, year, unit_id, name, status)
select pg_temp.uid(16, year), year, (select id from unit where code = 'tinh-uy'), 'Chương trình năm ' || year,
  case when year = 2022 then 'open' else 'closed' end
from generate_series(2018, 2022) year;

insert into theme_group (id, programme_id, ord, headline, set_by_unit_id)
select pg_temp.uid(17, year * 10 + ord), pg_temp.uid(16, year), ord, 'Nhóm nội dung số ' || ord,
  (select id from unit where code = 'tinh-uy')
from generate_series(2018, 2022) year, generate_series(1, 3) ord;

insert into content_group (id, programme_id, scope_unit_id, ord, name)
select pg_temp.uid(18, year * 10 + ord), pg_temp.uid(16, year), (select id from unit where code = 'huyen-1'), ord, 'Nội dung số ' || ord
from generate_series(2018, 2022) year, generate_series(1, 2) ord;

insert into report_period (programme_id, key, data_closes_on, due_on)
select pg_temp.uid(16, year), key, make_date(year, month, day), make_date(year, month, day) + 5
from generate_series(2018, 2022) year,
  (values ('q1', 3, 31), ('h1', 6, 30), ('m9', 9, 30), ('estimate', 11, 15), ('final', 12, 31)) period(key, month, day);

create temporary table holder as
select row_number() over (order by h.id) - 1 as n, h.id as holding_id, p.id as post_id, p.unit_id, m.unit_id as managing_id
from post_holding h join post p on p.id = h.post_id left join post_management m on m.post_id = p.id;
create unique index on holder (n);
create temporary table place as
select row_number() over (order by u.id) - 1 as n, u.id, u.level, u.kind,
  coalesce((select up.parent_id from unit_parent up where up.unit_id = u.id and up.system = 'party'), u.id) as above_id
from unit u;
create unique index on place (n);

-- One row a work: who owns it, the days of its passages, and how far it came.
create temporary table plan as
select n, year, kind, owner_unit_id, holding_id, post_id, above_id, level, unit_kind, begun, begun + a as submitted,
  begun + a + b as appraising, begun + a + b + c as assigned, begun + a + b + c + d as started, due, reported,
  reported + e as accepted, share
from (
  select i as n, 2018 + i * 5 / :works as year, case when i % 10 < 3 then 'collective' else 'individual' end as kind,
    make_date(2018 + i * 5 / :works, 1, 2) + pg_temp.draw(i, 'begun', 20) as begun,
    pg_temp.draw(i, 'a', 15) as a, pg_temp.draw(i, 'b', 20) as b, 1 + pg_temp.draw(i, 'c', 25) as c, pg_temp.draw(i, 'd', 30) as d,
    make_date(2018 + i * 5 / :works, 5, 1) + pg_temp.draw(i, 'due', 240) as due,
    make_date(2018 + i * 5 / :works, 4, 20) + pg_temp.draw(i, 'reported', 250) as reported, pg_temp.draw(i, 'e', 20) as e,
    pg_temp.draw(i, 'share', 100) as share
  from generate_series(0, :works - 1) i
) drawn
join lateral (
  select p.id as owner_unit_id, null::uuid as holding_id, null::uuid as post_id, p.above_id, p.level, p.kind as unit_kind
  from place p where drawn.kind = 'collective' and p.n = pg_temp.draw(drawn.n, 'unit', (select count(*)::integer from place))
  union all
  select h.unit_id, h.holding_id, h.post_id, coalesce(h.managing_id, h.unit_id), p.level, p.kind
  from holder h join place p on p.id = h.unit_id
  where drawn.kind = 'individual' and h.n = pg_temp.draw(drawn.n, 'holder', (select count(*)::integer from holder))
) owner on true;
analyze plan;

-- Of the open year a part is still on its way; of a closed year all have their result.
create temporary table passage as
select n, year, ord, state, action, from_on, lead(from_on) over (partition by n order by ord) as to_on
from plan cross join lateral (values
  (1, 'draft', 'register', begun, true),
  (2, 'submitted', 'submit', submitted, share >= 3),
  (3, 'appraising', 'open_appraisal', appraising, share >= 6),
  (4, 'rejected', 'reject', assigned, share between 6 and 8),
  (5, 'approved', 'approve', assigned, share >= 9),
  (6, 'assigned', 'assign', assigned, share >= 9),
  (7, 'in_progress', 'start', started, share >= 14),
  (8, 'completion_reported', 'report_completion', greatest(reported, started), share >= 25 and (year < 2022 or reported <= :today)),
  (9, 'completed', 'accept_completion', greatest(accepted, started), share >= 30 and (year < 2022 or accepted <= :today)),
  (10, 'not_completed', 'record_not_completed', make_date(year, 12, 31), share between 9 and 29 and year < 2022)
) passage(ord, state, action, from_on, there)
where there;
create index on passage (n, ord);
analyze passage;

insert into work (id, code, programme_id, owner_kind, owner_unit_id, custodian_unit_id, owner_holding_id, owner_post_id,
  managing_unit_id, managing_root_id, assigner_unit_id, assigner_root_id, tier, theme_group_id, title, rationale, baseline,
  product, proof, due_on, first_due_on, state, state_since, assigned_on, work_done_on, accepted_on, illustrative, imported, recorded_at)
select pg_temp.uid(32, plan.n), case when last.state = 'draft' then null else year || '-tai-' || lpad(plan.n::text, 6, '0') end,
  pg_temp.uid(16, year), kind, owner_unit_id, owner_unit_id, holding_id, post_id,
  case when kind = 'individual' then above_id end, case when kind = 'individual' then above_id end,
  case when passed.assigned then above_id end, case when passed.assigned then above_id end,
  case when unit_kind = 'committee' and level = 'district' then 'direct' when level = 'grassroots' then 'grassroots'
    when level = 'district' then 'district' else 'province' end,
  case when plan.n % 8 = 0 then null else pg_temp.uid(17, year * 10 + 1 + plan.n % 3) end,
  (array['Giải phóng mặt bằng khu', 'Số hoá hồ sơ lưu trữ phòng', 'Xây dựng tuyến đường', 'Cải cách thủ tục hành chính bộ phận',
    'Vùng sản xuất nông nghiệp hữu cơ', 'Chuyển đổi số tại'])[1 + pg_temp.draw(plan.n, 'title', 6)] || ' số ' || plan.n,
  repeat('Việc còn tồn đọng từ nhiều năm, cần tập trung giải quyết. ', 4), repeat('Hiện trạng chưa đạt yêu cầu. ', 4),
  repeat('Sản phẩm được nghiệm thu, bàn giao. ', 3), 'Văn bản công nhận của cấp có thẩm quyền',
  case when plan.n % 20 = 0 then least(due + 20, make_date(year, 12, 31)) else due end, due, last.state, last.from_on,
  case when passed.assigned then plan.assigned end,
  case when last.state = 'completed' then greatest(reported, started) - pg_temp.draw(plan.n, 'done', 5) end,
  case when last.state = 'completed' then last.from_on end, plan.n % 10 <> 0, true, now()
from plan
join lateral (select state, from_on from passage where passage.n = plan.n order by ord desc limit 1) last on true
join lateral (select bool_or(state = 'assigned') as assigned from passage where passage.n = plan.n) passed on true;

insert into work_state_span (id, work_id, programme_id, state, action, from_on, to_on, recorded_at, closed_recorded_at)
select pg_temp.uid(33, n * 16 + ord), pg_temp.uid(32, n), pg_temp.uid(16, year), state, action, from_on, to_on, now(),
  case when to_on is not null then now() end
from passage;

insert into work_content_group (work_id, content_group_id)
select pg_temp.uid(32, n), pg_temp.uid(18, year * 10 + 1 + n % 2) from plan where n % 12 = 0;

insert into target (id, work_id, ord, measure, unit, operator, value, baseline, modality)
select pg_temp.uid(34, n), pg_temp.uid(32, n), 1, 'tỷ lệ hoàn thành', '%', 'gte', 100, 0, 'committed' from plan;

insert into step (id, work_id, ord, name, due_on, done_on, done_recorded_on)
select pg_temp.uid(35, n), pg_temp.uid(32, n), 1, 'Khảo sát, lập phương án', begun + 90, case when share < 85 then begun + 80 end,
  case when share < 85 then begun + 80 end from plan;

insert into report (id, work_id, programme_id, period_key, number, effective_on, sent_on, content, recorded_at)
select pg_temp.uid(36, n * 16 + ord), pg_temp.uid(32, n), pg_temp.uid(16, year), key, 1, closes + pg_temp.draw(n, key, 5),
  closes + pg_temp.draw(n, key, 5),
  'Đang thực hiện theo kế hoạch', now()
from plan cross join lateral (values (0, 'q1', make_date(year, 3, 31)), (1, 'h1', make_date(year, 6, 30)), (2, 'm9', make_date(year, 9, 30)),
  (3, 'estimate', make_date(year, 11, 15)), (4, 'final', make_date(year, 12, 31))) period(ord, key, closes)
where share >= 14 and closes > assigned and closes + 4 <= :today and pg_temp.draw(n, 'sent' || key, 100) < 90;

-- Two of five were corrected; the first version stays.
update report set current = false where pg_temp.draw(('x' || right(id::text, 8))::bit(32)::integer, 'corrected', 100) < 40;
insert into report (id, work_id, programme_id, period_key, number, effective_on, sent_on, content, reason, recorded_at)
select pg_temp.uid(39, ('x' || right(id::text, 8))::bit(32)::integer), work_id, programme_id, period_key, 2, effective_on, sent_on,
  'Đang thực hiện theo kế hoạch, đã rà soát số liệu', 'Nhầm số liệu', now()
from report where not current;

insert into report_value (report_id, target_id, value)
select id, pg_temp.uid(34, n), 30 + pg_temp.draw(n, period_key, 70)
from report join lateral (select ('x' || right(work_id::text, 8))::bit(32)::integer as n) work on true;

insert into adjustment (id, work_id, kind, before, after, reason, asked_on, outcome, decided_on, recorded_at)
select pg_temp.uid(37, n), pg_temp.uid(32, n), 'due_on', json_build_object('dueOn', due),
  json_build_object('dueOn', least(due + 20, make_date(year, 12, 31))), 'Mưa lũ kéo dài', assigned + 40, 'accepted', assigned + 50, now()
from plan where n % 20 = 0 and share >= 9;

-- About as many signals as the rules would give; what they are is not what is measured here.
insert into work_signal (work_id, programme_id, signal, from_on, to_on)
select work.id, work.programme_id, signal, from_on, case when ends_on > from_on then ends_on end
from work
join plan on pg_temp.uid(32, plan.n) = work.id
cross join lateral (values
  ('late', work.due_on + 1, true),
  ('at_risk', plan.begun + 91, plan.share >= 85),
  ('silent', make_date(plan.year, 7, 6), pg_temp.draw(plan.n, 'senth1', 100) >= 90),
  ('stale', plan.started + 98, pg_temp.draw(plan.n, 'stale', 100) < 10)
) found(signal, from_on, there)
cross join lateral (select case when work.state in ('assigned', 'in_progress', 'completion_reported') then null
  else work.state_since end as ends_on) ending
where there and plan.share >= 14 and (ends_on is null or ends_on > from_on);

insert into count_claim (id, programme_id, ref, ord, label_vi, label_en, published, filter, source_id, source_quote)
select pg_temp.uid(38, ord), pg_temp.uid(16, 2022), 'cnt-' || ord, ord, 'Số liệu ' || ord, 'Total ' || ord, 100, filter::jsonb, 'src', 'câu'
from (values
  (1, '{"ownerKind":"collective","tier":"direct","ownerUnitKinds":["committee"],"standing":"assigned"}'),
  (2, '{"ownerKind":"individual","managing":"tinh-uy","assigner":"tinh-uy","standing":"assigned"}'),
  (3, '{"ownerKind":"collective","assigner":"huyen-1","standing":"assigned"}'),
  (4, '{"ownerKind":"individual","managing":"huyen-1","assigner":"huyen-1","standing":"assigned"}'),
  (5, '{"ownerKind":"collective","tier":"grassroots","standing":"registered"}')
) claim(ord, filter)
where exists (select from press_source where id = 'src');
