-- The unit for which an installation was set up. Who administers it administers everything, also what stands below nobody,
-- as State bodies do that were taken in without a parent.
alter table installation add column root_unit_id uuid references unit;
update installation set root_unit_id = (
  select unit_id from role_grant where role = 'system-admin' and system is null order by from_on, id limit 1);
