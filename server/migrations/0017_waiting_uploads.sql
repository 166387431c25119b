-- A file that was handed in and that no paper took is removed after a while, and with it what was found when it came. What is
-- bound to a paper cannot be deleted: the paper's own key stands against it.
alter table upload_scan
  drop constraint upload_scan_upload_id_fkey,
  add constraint upload_scan_upload_id_fkey foreign key (upload_id) references upload on delete cascade;

-- What of one account still waits is counted before more is taken.
create index upload_uploaded_by on upload (uploaded_by, uploaded_at);
