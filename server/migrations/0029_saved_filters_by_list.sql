-- A saved filter belongs to a list of any slice, no longer to that of the works alone (docs/decisions/026).

alter table saved_filter add column list text not null default 'programme.work' check (list <> '');
alter table saved_filter alter column list drop default;
drop index saved_filter_name;
create unique index saved_filter_name on saved_filter (account_id, list, lower(name)) where removed_at is null;
drop index saved_filter_unit;
create index saved_filter_unit on saved_filter (unit_id, list) where removed_at is null;
