create index if not exists unit_short_name_trgm on unit using gin (fold(short_name) gin_trgm_ops);
create index if not exists unit_code_trgm on unit using gin (code gin_trgm_ops);
