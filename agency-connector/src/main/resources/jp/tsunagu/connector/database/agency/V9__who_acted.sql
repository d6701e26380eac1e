-- By which pseudonyms of persons are made; encrypted with the connector's master key.
create table person_key (
  only_one boolean primary key default true check (only_one),
  secret   bytea       not null,
  made_at  timestamptz not null
);

-- Who acted under which pseudonym in a case; encrypted with the connector's master key.
create table acting_person (
  pseudonym text primary key,
  case_id   uuid        not null,
  person    bytea       not null,
  first_at  timestamptz not null
);
create index acting_person_case on acting_person (case_id);
