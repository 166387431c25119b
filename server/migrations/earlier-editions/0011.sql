alter table bulk_act drop constraint if exists bulk_act_account_id_fkey;
alter table saved_filter drop constraint if exists saved_filter_account_id_fkey;
alter table kept_typing drop constraint if exists kept_typing_account_id_fkey;
