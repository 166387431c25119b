-- A report has the day that its writer names and the day on which it was sent; the first may be earlier, and whether the
-- report was in time follows from the second alone (decision 030). So has a step that is marked as done.

alter table report add column sent_on date;
-- What an import or the demonstration brought in counts as sent on its own day.
update report set sent_on = case
  when account_id is null or exists (select from installation where today_override is not null) then effective_on
  else greatest(effective_on, (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date) end;
alter table report alter column sent_on set not null,
  add constraint report_sent_on_or_after check (sent_on >= effective_on);
create index report_backdated on report (programme_id, sent_on) where sent_on > effective_on;

alter table step add column done_recorded_on date;
update step set done_recorded_on = done_on;
alter table step add constraint step_done_recorded check ((done_on is null) = (done_recorded_on is null)
  and (done_on is null or done_recorded_on >= done_on));
