-- What waits for this agency, and until when, is found and counted without reading any case. Written with the case; null in
-- unopened: the row is older than these columns and is filled in at the next start.
alter table referral add column respond_by    timestamptz; -- of the clock that runs; null: none does
alter table referral add column due_soon_at   timestamptz;
alter table referral add column unopened      boolean;
alter table referral add column question_open boolean;
alter table referral add column goes_on       text;        -- who may go on after it was not taken: SENDER, DESK; null: nobody
alter table referral add column changed_at    timestamptz;
create index referral_waiting on referral (side, respond_by, due_soon_at, unopened, question_open, referral_id) where is_open;
create index referral_goes_on on referral (changed_at, referral_id, goes_on) where goes_on is not null;
create index referral_not_filled_in on referral (referral_id) where unopened is null;
create index task_waiting on task (due_at, id) where done_at is null;
