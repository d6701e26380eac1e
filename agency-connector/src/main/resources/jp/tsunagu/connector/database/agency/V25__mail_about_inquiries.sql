-- What the mailbox is told of is about a referral, or about a question of 情報収集 in a case: then its cause is the event that asked.
alter table to_tell alter column referral_id drop not null;
alter table to_tell add column case_id uuid;
alter table to_tell add constraint to_tell_is_about_one check ((referral_id is null) <> (case_id is null));
