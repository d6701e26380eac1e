-- 日程調整: on which day a meeting could be, as this agency is asked or, for the organiser, as the others are. Codes, ids and times only.
create table date_question (
  request_id  uuid          not null,
  meeting_id  text          not null,
  case_id     uuid          not null,
  conference  text          not null,
  purpose     text          not null,
  organiser   text          not null,
  candidates  timestamptz[] not null,
  minutes     integer       not null,
  asked       text[]        not null,
  asked_at    timestamptz   not null,
  is_open     boolean       not null,
  primary key (request_id, meeting_id)
);
create index date_question_open on date_question (asked_at) where is_open;
create index date_question_of_case on date_question (case_id);

-- Answers: this agency's own, and for the organiser those of the others; one for each candidate.
create table date_reply (
  request_id  uuid        not null,
  meeting_id  text        not null,
  agency      text        not null,
  starts_at   timestamptz not null,
  answer      text        not null,
  answered_at timestamptz not null,
  primary key (request_id, meeting_id, agency, starts_at),
  foreign key (request_id, meeting_id) references date_question
);
