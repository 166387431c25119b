-- Events that an earlier program published were told when they happened: only those from now on wait for the queue.
do $$ begin
  if not exists (select from information_schema.columns
    where table_schema = 'public' and table_name = 'outbox' and column_name = 'dispatched_at') then
    alter table outbox add column dispatched_at timestamptz;
    update outbox set dispatched_at = published_at;
  end if;
end $$;
drop index if exists outbox_published;
create index if not exists outbox_waiting on outbox (id) where dispatched_at is null;
