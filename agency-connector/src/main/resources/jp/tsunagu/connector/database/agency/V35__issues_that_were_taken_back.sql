-- That a gap (地域課題) was noticed for a household can be taken back by the agency that noted it; it can be noted anew.
alter table issue_occurrence add column taken_back_at timestamptz;
alter table issue_occurrence drop constraint issue_occurrence_case_id_issue_id_key;
create unique index issue_occurrence_standing on issue_occurrence (case_id, issue_id) where taken_back_at is null;
