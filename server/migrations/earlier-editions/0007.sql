-- Secrets stood here in clear. They cannot be encrypted in the database, where the key is not, and must be held for known:
-- they go, their owners are told, and set up an authenticator again.
do $$ begin
  if exists (select from information_schema.columns
    where table_schema = 'public' and table_name = 'totp_factor' and column_name = 'secret') then
    insert into account_notice (id, account_id, kind, params, created_at)
      select gen_random_uuid(), account_id, 'factor_dropped', '{}', now() from totp_factor;
    delete from totp_factor;
    alter table totp_factor
      drop column secret,
      add column secret_encrypted text not null check (secret_encrypted like 'v1.%');
  end if;
end $$;

-- A challenge lives for minutes; one that does not say for which site it was asked is asked again.
do $$ begin
  if not exists (select from information_schema.columns
    where table_schema = 'public' and table_name = 'passkey_challenge' and column_name = 'rp_id') then
    delete from passkey_challenge;
    alter table passkey_challenge add column rp_id text not null, add column origin text not null;
  end if;
end $$;
