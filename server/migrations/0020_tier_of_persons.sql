-- A person's work whose post is managed by a committee directly under the province's was taken for one of the province. It is of
-- the tier "direct", as the committee's own works are.
update work set tier = 'direct' from unit manager
  where work.owner_kind = 'individual' and work.tier = 'province'
    and manager.id = work.managing_root_id and manager.level = 'direct';
