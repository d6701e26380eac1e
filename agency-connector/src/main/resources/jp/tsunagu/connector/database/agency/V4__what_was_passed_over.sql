-- Events of a kind this program did not know when they came: they have their place in the case and changed nothing in
-- it. A later program that knows the kind folds the case anew.
alter table inbox add column passed_over boolean not null default false;
create index inbox_passed_over on inbox (case_id) where passed_over;
