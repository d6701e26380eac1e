-- Lists of what is urgent; null in unopened: the row is filled in anew at the next start.
alter table referral add column urgency text;
create index referral_urgent on referral (urgency, side, referral_id desc) where urgency <> 'NORMAL';
update referral set unopened = null;
