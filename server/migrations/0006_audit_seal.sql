-- The sealed record (design 4, decision 006). Entries are never touched once written: what the sealer says of them stands
-- in tables of its own, which the server's role may read and only the sealer's role may add to.

drop index audit_entry_unsealed;
alter table audit_entry drop column seq, drop column batch_id;

-- The entries that no batch holds yet. An entry and its place here are written in one statement; the sealer takes the place
-- away when it has sealed the entry. An entry that has neither a place here nor a leaf was not written by the server.
create table audit_waiting (
  entry_id uuid primary key references audit_entry
);

-- Entries from before there was a sealer are sealed like any other.
insert into audit_waiting (entry_id) select id from audit_entry;

-- The place of an entry in the sealed record, without gaps, and the hash of its every column.
create table audit_leaf (
  seq bigint primary key check (seq > 0),
  entry_id uuid not null unique references audit_entry,
  leaf bytea not null check (length(leaf) = 32)
);

-- A Merkle tree over the leaves first_seq … last_seq; its root is chained to that of the batch before.
create table audit_batch (
  number bigint primary key check (number > 0),
  first_seq bigint not null unique check (first_seq > 0),
  last_seq bigint not null unique check (last_seq >= first_seq),
  sealed_at timestamptz not null,
  previous bytea not null check (length(previous) = 32),
  leaves_root bytea not null check (length(leaves_root) = 32),
  root bytea not null unique check (length(root) = 32)
);

-- The word of a time-stamping authority (RFC 3161) that the root of a batch, and so all before it, was there at a time.
create table audit_timestamp (
  batch_number bigint primary key references audit_batch,
  stamped_at timestamptz not null,
  -- The token itself (CMS SignedData, DER): `openssl ts -verify -token_in` reads it.
  token bytea not null
);

-- For the search of the record: by time, and by what was done.
create index audit_entry_time on audit_entry (recorded_at desc, id desc);
create index audit_entry_action on audit_entry (action, recorded_at desc, id desc);
-- What did not simply succeed is rare and looked for; what did pays nothing for it.
create index audit_entry_outcome on audit_entry (outcome, recorded_at desc, id desc) where outcome <> 'done';
create index audit_entry_body on audit_entry (body_id, recorded_at desc, id desc);

-- Erases the content of one entry, and only where the decision to do so is an entry of the record already. The server's role
-- cannot delete a content in any other way.
create function erase_audit_payload(erased uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select from public.audit_entry decided where decided.object_kind = 'audit-entry'
    and decided.object_id = erased::text and decided.action = 'audit.erase' and decided.outcome = 'done') then
    raise exception 'no decision to erase the content of % is on the record', erased using errcode = 'insufficient_privilege';
  end if;
  delete from public.audit_payload where entry_id = erased;
  return found;
end $$;
revoke all on function erase_audit_payload(uuid) from public;
