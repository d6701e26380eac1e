-- Somebody leaves from a day on, not at a moment; cover is then who goes on with her work. The name ends when nothing needs it.
alter table colleague drop column left_at;
alter table colleague add column left_from date;      -- the first day on which she works here no more
alter table colleague alter column name drop not null; -- null: its time is over

-- Every change of who has a referral in hand (担当). Nothing of it leaves the agency.
create table assignment_change (
  id           bigint generated always as identity primary key,
  referral_id  uuid        not null,
  colleague_id uuid references colleague,              -- null: nobody from then on
  changed_by   uuid references colleague,              -- null: the agency's own system
  changed_at   timestamptz not null
);
create index assignment_change_of_referral on assignment_change (referral_id, id);
create index assignment_change_age on assignment_change (changed_at);

-- What people of this agency write for themselves about a person in a referral (内部メモ): encrypted with the connector's master
-- key, told to nobody. It is locked, given back and erased with what others sent about that person.
create table internal_note (
  note_id     uuid primary key,
  case_id     uuid        not null,
  referral_id uuid        not null,
  person      integer     not null,
  author      uuid references colleague,               -- null: the agency's own system
  written_at  timestamptz not null,
  state       text        not null,                    -- OPEN, LOCKED, RETURNED, ERASED
  content     bytea
);
create index internal_note_of_referral on internal_note (referral_id, written_at);
create index internal_note_of_case on internal_note (case_id);
