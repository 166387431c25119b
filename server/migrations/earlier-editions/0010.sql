do $$ begin
  if to_regprocedure('without_text(jsonb)') is null then
    create function without_text(content jsonb) returns jsonb
      language plpgsql immutable as $without_text$
declare
  free constant text[] := array['title', 'rationale', 'baseline', 'product', 'resources', 'risks', 'requests', 'proof',
    'minutesReference', 'measure', 'name', 'note', 'unit', 'exceptions', 'recognitionBy', 'reason', 'content', 'comment',
    'difficulties', 'nextSteps', 'document', 'sourceQuote'];
begin
  return case jsonb_typeof(content)
    when 'object' then (select coalesce(jsonb_object_agg(key, case
        when key = any(free) and jsonb_typeof(value) = 'string' then to_jsonb('[…]'::text)
        when key = any(free) and jsonb_typeof(value) = 'array' then '[]'::jsonb
        else without_text(value) end), '{}'::jsonb) from jsonb_each(content))
    when 'array' then (select coalesce(jsonb_agg(without_text(item)), '[]'::jsonb) from jsonb_array_elements(content) item)
    else content
  end;
end $without_text$;
  end if;
  -- 0014 gives it its body; who may call it is said here.
  if to_regprocedure('erase_spilled_work(uuid)') is null then
    create function erase_spilled_work(erased uuid) returns void language plpgsql security definer
      as 'begin raise exception ''not before migration 0014''; end';
  end if;
  revoke all on function erase_spilled_work(uuid) from public;
end $$;

create or replace trigger mark_change after insert or update or delete on spill
  for each statement execute function mark_change();
