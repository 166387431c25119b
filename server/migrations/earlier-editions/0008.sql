alter table account add column if not exists must_change_password boolean not null default false;

alter table work_state_span add column if not exists stand_in_id uuid references stand_in;
alter table report add column if not exists stand_in_id uuid references stand_in;
alter table evidence
  add column if not exists stand_in_id uuid references stand_in,
  add column if not exists decided_stand_in_id uuid references stand_in;
