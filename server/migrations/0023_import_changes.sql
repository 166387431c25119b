-- Every change that a prepared import would make, in order, up to a thousand in a row: a page of the preview reads one or two.
create table directory_import_changes (
  import_id uuid not null references directory_import,
  -- The place of the first of them, from 0.
  first_place integer not null check (first_place >= 0),
  changes jsonb not null,
  primary key (import_id, first_place)
);
