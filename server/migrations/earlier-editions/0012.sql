alter table work_comment add column if not exists stand_in_id uuid references stand_in;
