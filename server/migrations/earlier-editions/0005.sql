do $$ begin
  if pg_get_indexdef('work_programme_due'::regclass) not like '%INCLUDE (code,%' then
    drop index work_programme_due;
    create index work_programme_due on work (programme_id, (coalesce(due_on, date '9999-12-31')), id) include (code, state, state_since,
      tier, owner_kind, theme_group_id, custodian_unit_id, owner_unit_id, owner_holding_id, managing_root_id, assigner_root_id,
      due_on, first_due_on, assigned_on, work_done_on, accepted_on, illustrative);
  end if;
end $$;
