-- Notices of 支援会議 and 重層的支援会議 (開催通知) this agency got, one row per item and meeting: codes, ids and times only.
create table meeting_notice (
  request_id        uuid        not null,
  meeting_id        text        not null,
  case_id           uuid        not null,
  conference        text        not null,
  purpose           text        not null,
  session           text        not null,
  starts_at         timestamptz not null,
  minutes           integer     not null,
  organiser         text        not null,
  revision          integer     not null,
  answer_by         timestamptz,
  invited           text[]      not null,
  published_at      timestamptz not null,
  state             text        not null,   -- ANNOUNCED, CANCELLED, CARRIED, HELD, DECIDED
  ended_because     text,                   -- of a cancelled or carried one
  held_at           timestamptz,
  outcome           text,
  roles             text[],                 -- of this agency, as the meeting settled them
  is_lead           boolean     not null default false,
  monitored_until   date,
  report_filed_at   timestamptz,
  primary key (request_id, meeting_id)
);
create index meeting_notice_by_time on meeting_notice (starts_at);
create index meeting_notice_of_case on meeting_notice (case_id);

-- Answers to the notice: this agency's own, and for the organiser those of the others.
create table meeting_answer (
  request_id  uuid        not null,
  meeting_id  text        not null,
  agency      text        not null,
  answer      text        not null,
  reason      text,
  answered_at timestamptz not null,
  primary key (request_id, meeting_id, agency),
  foreign key (request_id, meeting_id) references meeting_notice
);

alter table task add column meeting_request_id uuid;
alter table task add column meeting_id text;
alter table task add column due_at timestamptz;
