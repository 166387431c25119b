-- Where a machine outside hears of events: an address of an account in a post, which hears what that post may read.
create table webhook (
  id uuid primary key,
  account_id uuid not null references account,
  holding_id uuid references post_holding,
  url text not null,
  events text[] not null check (cardinality(events) > 0),
  -- What signs is read again for each letter, so that it is encrypted under a key outside (decision 011).
  secret_encrypted text not null,
  created_at timestamptz not null,
  paused_at timestamptz,
  paused_because text check (paused_because in ('failing', 'gone', 'post_gone')),
  removed_at timestamptz,
  check ((paused_at is null) = (paused_because is null))
);
create index webhook_account on webhook (account_id) where removed_at is null;
create index webhook_events on webhook using gin (events) where removed_at is null and paused_at is null;

-- One event for one address, sent until it is taken.
create table webhook_delivery (
  id uuid primary key,
  webhook_id uuid not null references webhook,
  -- Null: a ping.
  event_id uuid,
  event text not null,
  body text not null,
  created_at timestamptz not null,
  state text not null check (state in ('waiting', 'taken', 'given_up')),
  tries integer not null default 0,
  next_try_at timestamptz,
  last_tried_at timestamptz,
  last_status integer,
  last_trouble text,
  unique (webhook_id, event_id),
  check ((state = 'waiting') = (next_try_at is not null))
);
create index webhook_delivery_due on webhook_delivery (next_try_at) where state = 'waiting';
create index webhook_delivery_of on webhook_delivery (webhook_id, created_at desc, id desc);
create index webhook_delivery_old on webhook_delivery (created_at) where state <> 'waiting';
