-- Whether a file was looked at for viruses when it came, and by which engine with which signatures. Files that came before,
-- or where no scanner was set or it did not answer, were not scanned; nobody is told that one is clean.
alter table upload_scan
  add column virus_scan text not null default 'not_scanned' check (virus_scan in ('not_scanned', 'nothing_found')),
  add column virus_engine text,
  add check ((virus_scan = 'nothing_found') = (virus_engine is not null));
