-- What people say about a work, and whom they call; the letter of the morning.

create table work_comment (
  id uuid primary key,
  work_id uuid not null references work,
  text text not null check (text <> ''),
  account_id uuid not null,
  person_id uuid not null references person,
  body_id uuid references unit,
  -- Where it was said in another's stead.
  stand_in_id uuid references stand_in,
  said_on date not null,
  recorded_at timestamptz not null,
  -- Taken back by its author: that something was said stays, what it was is shown no more.
  withdrawn_at timestamptz
);
create index work_comment_work on work_comment (work_id, recorded_at desc, id desc);

create table work_comment_named (
  comment_id uuid not null references work_comment,
  person_id uuid not null references person,
  primary key (comment_id, person_id)
);

-- Where a person wants the letter of the morning; without an address there is none.
alter table account add column mail_address text check (mail_address ~ '^[^@[:space:]]+@[^@[:space:]]+$');
alter table account add column digest boolean not null default false;
alter table account add constraint account_digest_address check (not digest or mail_address is not null);
create index account_digest on account (id) where digest and disabled_at is null;

-- One letter a day for each account, whatever is run twice.
create table digest_letter (
  account_id uuid not null references account,
  on_day date not null,
  -- Null: what there was to say was nothing.
  items integer,
  sent_at timestamptz,
  failure text,
  primary key (account_id, on_day)
);
create index digest_letter_day on digest_letter (on_day);
