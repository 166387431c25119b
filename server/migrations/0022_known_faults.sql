-- Faults of the sealed record that "dotpha audit verify" found, so that two people can say that they know of one. What
-- counts for the verification is the entries of the record in which they said so; this table is what the pages show.
create table audit_fault (
  -- SHA-256 over kind, place and the hashes that were found there, in hex.
  fingerprint text primary key check (fingerprint ~ '^[0-9a-f]{64}$'),
  code text not null,
  seq bigint,
  entry_id uuid,
  batch bigint,
  found_at timestamptz not null,
  reason text,
  acknowledged_at timestamptz,
  acknowledged_by_person_id uuid references person,
  acknowledged_for_person_id uuid references person,
  confirmed_at timestamptz,
  confirmed_by_person_id uuid references person,
  confirmed_for_person_id uuid references person,
  check ((acknowledged_at is null) = (reason is null)),
  check (confirmed_at is null or acknowledged_at is not null)
);
create index audit_fault_found on audit_fault (found_at desc, fingerprint);
