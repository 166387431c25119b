-- Search by words in any order (platform/text-search): for each thing that can be found, the words that it can be found by,
-- kept by triggers in the transaction of the change. decisions/033 says why.

-- A text in lower case with one place for each tone mark: Uỷ and Ủy, hoà and hòa become the same.
create function search_text(value text) returns text
  language sql immutable strict parallel safe
  return normalize(regexp_replace(normalize(lower(value collate "vi-x-icu"), NFD),
    '([ou])([aey])([\u0300\u0301\u0303\u0309\u0323])', '\1\3\2', 'g'), NFC);

-- The words of texts with their places, each as written and without accents; a number without leading zeros. Texts are kept
-- 200 places apart, so that no phrase reaches from one into the next.
create function search_vector(variadic parts text[]) returns tsvector
  language sql immutable parallel safe set search_path = pg_catalog, public as $$
  select coalesce(string_agg('''' || form || ''':' || (part - 1) * 200 + least(place, 199), ' ')::tsvector, ''::tsvector)
  from unnest(parts) with ordinality as texts (value, part),
    regexp_matches(public.search_text(value), '[0-9]+|[a-z\u00c0-\u1eff]+', 'g') with ordinality as word (found, place),
    lateral (
      select case when found[1] ~ '^[0-9]' then coalesce(nullif(ltrim(found[1], '0'), ''), '0')
        else regexp_replace(public.fold(found[1]), '[^a-z\u00c0-\u1eff]', '', 'g') end
      union select found[1] where found[1] ~ '[^0-9a-z]'
    ) as forms (form)
  where form <> ''
$$;

-- The initials by which officials call a unit, each run of them: Sở Thông tin và Truyền thông is ~stttt, ~tttt, ~tt …
create function search_initials(name text) returns tsvector
  language sql immutable strict parallel safe set search_path = pg_catalog, public as $$
  with word as (
    select row_number() over (order by place) as place, left(form, 1) as letter
    from regexp_matches(public.fold(public.search_text(name)), '[a-z]+', 'g') with ordinality as found (forms, place),
      lateral (select forms[1]) as one (form)
    where form not in ('va', 'cua', 'cac', 've', 'cho', 'tai'))
  select coalesce(string_agg(distinct '''~' || run || '''', ' ')::tsvector, ''::tsvector)
  from (
    select (select string_agg(letter, '' order by place) from word where place between first.place and last.place) as run
    from word as first join word as last on last.place between first.place + 1 and first.place + 7) as runs
$$;

create aggregate search_joined(tsvector) (sfunc = tsvector_concat, stype = tsvector);

-- Every word of the language of this installation, without accents: what a slip of a letter may have been meant for. It is
-- never shown, and asked for single words only.
create table search_word (
  -- Not unique: two that add the same word at once need not wait for each other.
  word text not null
);
create index search_word_word on search_word (word);

create table work_search (
  work_id uuid primary key references work on delete cascade,
  words tsvector not null
);
create table decision_search (
  decision_id uuid primary key references decision on delete cascade,
  words tsvector not null
);
create table unit_search (
  unit_id uuid primary key references unit on delete cascade,
  words tsvector not null
);
create table person_search (
  person_id uuid primary key references person on delete cascade,
  words tsvector not null
);

-- Whether some text that can be found has the word. A migration that makes another table of words replaces this.
create function search_word_in_use(word text) returns boolean language sql stable as $$
  select exists (select from work_search where words @@ quote_literal(word)::tsquery)
    or exists (select from decision_search where words @@ quote_literal(word)::tsquery)
    or exists (select from unit_search where words @@ quote_literal(word)::tsquery)
    or exists (select from person_search where words @@ quote_literal(word)::tsquery)
$$;

-- Keeps the words that are in use, and no others: what was erased is not kept as a word either.
create function keep_search_words() returns trigger language plpgsql as $$
begin
  if tg_op <> 'DELETE' then
    insert into search_word (word)
      select lexeme from unnest(new.words) where lexeme ~ '^[a-z]{3,24}$'
        and not exists (select from search_word known where known.word = lexeme);
  end if;
  if tg_op <> 'INSERT' then
    delete from search_word where ctid = any (array(
      select known.ctid from search_word known
        join unnest(old.words) on lexeme = known.word
      where (tg_op = 'DELETE' or not lexeme = any (tsvector_to_array(new.words))) and not search_word_in_use(known.word)
      for update of known skip locked));
  end if;
  return null;
end $$;

-- What each thing is found by.
create function work_words(ids uuid[]) returns table (work_id uuid, words tsvector) language sql stable as $$
  select work.id, search_vector(work.title, work.code, unit.name, nullif(unit.short_name, unit.name), person.full_name, post.title)
      || search_initials(unit.name)
    from work join unit on unit.id = work.owner_unit_id
      left join post_holding held on held.id = work.owner_holding_id
      left join person on person.id = held.person_id
      left join post on post.id = work.owner_post_id
    where work.id = any (ids)
$$;

-- With the letters of the number in one run, as they are often typed: 950qdtu.
create function decision_words(ids uuid[]) returns table (decision_id uuid, words tsvector) language sql stable as $$
  select decision.id, search_vector(decision.number, decision.title, unit.name, nullif(unit.short_name, unit.name),
      to_char(decision.decided_on, 'DD/MM/YYYY'), 'số', regexp_replace(fold(decision.number), '[(].*[)]|[^a-z]', '', 'g'))
      || search_initials(unit.name)
    from decision join unit on unit.id = decision.issuer_unit_id
    where decision.id = any (ids)
$$;

-- By its names of all times.
create function unit_words(ids uuid[]) returns table (unit_id uuid, words tsvector) language sql stable as $$
  select unit.id, search_vector(unit.name, nullif(unit.short_name, unit.name), unit.code,
      (select string_agg(concat_ws(' ', name, short_name), ' ') from unit_name where unit_name.unit_id = unit.id))
      || search_initials(unit.name)
    from unit where unit.id = any (ids)
$$;

-- By the posts that they hold or held too: the head of a unit is looked for by the unit.
create function person_words(ids uuid[]) returns table (person_id uuid, words tsvector) language sql stable as $$
  select person.id, search_vector(variadic array[person.full_name] || array(
        select post.title || ' ' || unit.name from post_holding held join post on post.id = held.post_id
          join unit on unit.id = post.unit_id where held.person_id = person.id order by held.from_on, held.id limit 40))
      || coalesce((select search_joined(search_initials(unit.name)) from post_holding held join post on post.id = held.post_id
          join unit on unit.id = post.unit_id where held.person_id = person.id), ''::tsvector)
    from person where person.id = any (ids)
$$;

do $$
declare
  kind text;
begin
  foreach kind in array array['work', 'decision', 'unit', 'person'] loop
    execute format('create function refresh_%1$s_search(ids uuid[]) returns void language sql as $f$
      insert into %1$s_search as kept (%1$s_id, words) select %1$s_id, words from %1$s_words(ids) order by %1$s_id
        on conflict (%1$s_id) do update set words = excluded.words where kept.words is distinct from excluded.words
    $f$', kind);
    execute format('create function %1$s_inserted_search() returns trigger language plpgsql as $f$
      begin perform refresh_%1$s_search(array(select id from changed)); return null; end $f$', kind);
    execute format('create trigger search_inserted after insert on %1$s referencing new table as changed
      for each statement execute function %1$s_inserted_search()', kind);
    execute format('create function %1$s_updated_search() returns trigger language plpgsql as $f$
      begin perform refresh_%1$s_search(array[new.id]); return null; end $f$', kind);
  end loop;
end $$;

create index work_search_words on work_search using gin (words) with (fastupdate = off);
create index decision_search_words on decision_search using gin (words) with (fastupdate = off);
create index unit_search_words on unit_search using gin (words) with (fastupdate = off);
create index person_search_words on person_search using gin (words) with (fastupdate = off);

-- What is there already; the words of all of them at once, before the triggers keep each.
do $$
begin
  perform refresh_work_search(array(select id from work));
  perform refresh_decision_search(array(select id from decision));
  perform refresh_unit_search(array(select id from unit));
  perform refresh_person_search(array(select id from person));
end $$;
insert into search_word (word) select distinct lexeme from (
    select words from work_search union all select words from decision_search
    union all select words from unit_search union all select words from person_search) as kept, unnest(words)
  where lexeme ~ '^[a-z]{3,24}$';

create trigger search_updated after update of title, code, owner_unit_id, owner_holding_id, owner_post_id on work
  for each row execute function work_updated_search();
create trigger search_updated after update of number, title, issuer_unit_id, decided_on on decision
  for each row execute function decision_updated_search();

-- What is named after a unit, a person or a post is found by the new name at once.
create function unit_renamed_search() returns trigger language plpgsql as $$
begin
  perform refresh_unit_search(array[new.id]);
  perform refresh_work_search(array(select id from work where owner_unit_id = new.id));
  perform refresh_decision_search(array(select id from decision where issuer_unit_id = new.id));
  perform refresh_person_search(array(select held.person_id from post_holding held join post on post.id = held.post_id
    where post.unit_id = new.id));
  return null;
end $$;
create trigger search_updated after update of name, short_name, code on unit for each row
  when (old.name <> new.name or old.short_name <> new.short_name or old.code <> new.code)
  execute function unit_renamed_search();
drop function unit_updated_search();

create function unit_name_search() returns trigger language plpgsql as $$
begin
  perform refresh_unit_search(array[case tg_op when 'DELETE' then old.unit_id else new.unit_id end]);
  return null;
end $$;
create trigger search_changed after insert or update or delete on unit_name for each row execute function unit_name_search();

create function person_renamed_search() returns trigger language plpgsql as $$
begin
  perform refresh_person_search(array[new.id]);
  perform refresh_work_search(array(select work.id from work join post_holding held on held.id = work.owner_holding_id
    where held.person_id = new.id));
  return null;
end $$;
create trigger search_updated after update of full_name on person for each row
  when (old.full_name <> new.full_name) execute function person_renamed_search();
drop function person_updated_search();

create function post_renamed_search() returns trigger language plpgsql as $$
begin
  perform refresh_person_search(array(select person_id from post_holding where post_id = new.id));
  perform refresh_work_search(array(select id from work where owner_post_id = new.id));
  return null;
end $$;
create trigger search_updated after update of title, unit_id on post for each row
  when (old.title <> new.title or old.unit_id <> new.unit_id) execute function post_renamed_search();

create function holding_inserted_search() returns trigger language plpgsql as $$
begin
  perform refresh_person_search(array(select distinct person_id from changed));
  return null;
end $$;
create trigger search_inserted after insert on post_holding referencing new table as changed
  for each statement execute function holding_inserted_search();
create function holding_changed_search() returns trigger language plpgsql as $$
begin
  perform refresh_person_search(array[old.person_id]);
  if tg_op = 'UPDATE' then
    perform refresh_person_search(array[new.person_id]);
    perform refresh_work_search(array(select id from work where owner_holding_id = new.id));
  end if;
  return null;
end $$;
create trigger search_changed after update of person_id, post_id or delete on post_holding
  for each row execute function holding_changed_search();

do $$
declare
  kind text;
begin
  foreach kind in array array['work', 'decision', 'unit', 'person'] loop
    execute format('create trigger keep_words after insert or update or delete on %1$s_search
      for each row execute function keep_search_words()', kind);
  end loop;
  perform mark_changes_of('work_search', 'work', 'work_id');
end $$;
