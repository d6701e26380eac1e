-- For which households this agency noticed which gap (地域課題). The case stands here alone.
create table issue_occurrence (
  occurrence_id uuid        primary key,
  issue_id      uuid        not null,
  case_id       uuid        not null,
  noticed_at    timestamptz not null,
  unique (case_id, issue_id)
);
