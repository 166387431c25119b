-- One number of a decision however it is typed: 950-QĐ/TU, 950-qđ/tu, "Số 950 - QĐ/TU", 0950-QĐ/TU, with Ð for Đ, with hyphens of any kind.
-- What is told apart are the runs of digits and of letters, accents and case aside; a number without any of them is itself.
create function number_key(value text) returns text
  language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  select coalesce(
    (select string_agg(case when run[1] ~ '^[0-9]' then coalesce(nullif(ltrim(run[1], '0'), ''), '0') else run[1] end, '-' order by place)
      from regexp_matches(regexp_replace(public.fold(normalize(value, NFKC)), '^\s*so[\s:.]*(?=[0-9])', ''), '[0-9]+|[a-z]+', 'g')
        with ordinality as found (run, place)),
    public.fold(value))
$$;

alter table decision
  add column number_key text not null generated always as (number_key(number)) stored,
  -- Of two that were recorded before as different ones: the later stays as it is, and the rule holds for all that come.
  add column number_repeated boolean not null default false;
update decision set number_repeated = true where exists (
  select from decision earlier where earlier.issuer_unit_id = decision.issuer_unit_id and earlier.year = decision.year
    and earlier.number_key = decision.number_key and (earlier.recorded_at, earlier.id) < (decision.recorded_at, decision.id));
alter table decision drop constraint decision_issuer_unit_id_year_number_key;
create unique index decision_number on decision (issuer_unit_id, year, number_key) where not number_repeated;
