-- The forms (様式) of a case as this agency filled them in: each time is a version, and none is changed. What is written of a person
-- is a piece of its own, encrypted with the connector's master key; it is locked and erased with what others sent about that person.
create table case_form (
  version_id uuid        primary key,                  -- the id of the command that tells the network of it
  submitted_under text   not null,                     -- the key of that command: what the network refuses is no version
  case_id    uuid        not null,
  form_id    text        not null,
  declared   integer     not null,                     -- version of the form's declaration
  number     integer     not null,                     -- 1, 2, … in its case
  author     uuid references colleague,                -- null: the agency's own system
  kept_at    timestamptz not null,
  unique (case_id, form_id, number)
);

create table case_form_piece (
  version_id uuid    not null references case_form on delete cascade,
  person     integer not null,                         -- 0: what tells of nobody
  state      text    not null,                         -- OPEN, LOCKED, ERASED
  content    bytea,
  primary key (version_id, person)
);

create index case_form_submitted_under on case_form (submitted_under);

-- A draft may be of such a form; of a つなぐシート it is none.
alter table draft add column case_id uuid;
alter table draft add column form_id text;
