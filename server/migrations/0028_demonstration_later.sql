-- The demonstration goes on after the day on which it opens: what happens on later days waits here until the day of the
-- demonstration is moved there (docs/decisions/032).
create table demonstration_later (
  id uuid primary key,
  -- Null: what is shared by many works, as decisions are.
  work_id uuid references work,
  -- In the order of the days: each with its date, the version at which the work must stand, and what is then added and changed.
  days jsonb not null,
  last_on date not null
);
create index demonstration_later_work on demonstration_later (work_id);

-- How far it has gone on, and where its data ends. Null: no demonstration. One that was loaded before ends where it opened.
alter table installation add column demonstration_told_until date, add column demonstration_ends_on date;
update installation set demonstration_told_until = date '2022-05-18', demonstration_ends_on = date '2022-05-18' where demonstration;
