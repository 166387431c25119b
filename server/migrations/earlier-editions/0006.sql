create index if not exists audit_entry_outcome on audit_entry (outcome, recorded_at desc, id desc) where outcome <> 'done';
