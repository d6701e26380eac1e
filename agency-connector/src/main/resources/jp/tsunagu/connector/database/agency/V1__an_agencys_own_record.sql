-- An agency's own record of what it sent and received. Every hosted agency has these tables in a schema of its own.
-- Contents of dossiers, of files and of what people write are encrypted with the connector's master key.
--
-- Every index of a table is paid for with each of its rows. What is looked for by place or time lies in the order in which it came: a
-- summary of the pages (BRIN) finds it, and costs nothing where a row is written.

-- Cases and referrals --------------------------------------------------------------------------------------------------------------

-- One row per case (支援ケース). Locked while a command about the case is stored, so that order per case is the order of ids. Written
-- with each of its events: the new row finds room on its page and touches no other index (the summary does not count).
create table supported_case (
  case_id     uuid primary key,
  state       bytea,                       -- the fold of the events, encoded; null until the first event
  version     bigint      not null default 0,
  changed_at  timestamptz not null,
  case_number text                         -- 案件番号: a case is found by what stands on its paper, too
) with (fillfactor = 70);
create index supported_case_changed on supported_case using brin (changed_at) with (pages_per_range = 16, autosummarize = on);
create index supported_case_called on supported_case (case_number);

-- What waits for this agency, and until when, is found and counted without reading any case. Lists begin with their newest page
-- however much was sent and received.
create table referral (
  referral_id   uuid primary key,
  case_id       uuid    not null references supported_case,
  side          text    not null,
  stage         text    not null,
  is_open       boolean not null,
  version       bigint  not null,
  respond_by    timestamptz,               -- of the clock that runs; null: none does
  due_soon_at   timestamptz,
  unopened      boolean not null,
  question_open boolean not null,
  goes_on       text,                      -- who may go on after it was not taken: SENDER, DESK; null: nobody
  changed_at    timestamptz not null,
  urgency       text    not null
);
create index referral_of_case on referral (case_id);
create index referral_by_stage on referral (stage, referral_id desc);
create index referral_by_side on referral (side, referral_id desc);
create index referral_open on referral (side, referral_id desc) where is_open;
create index referral_waiting on referral (side, respond_by, due_soon_at, unopened, question_open, referral_id) where is_open;
create index referral_goes_on on referral (changed_at, referral_id, goes_on) where goes_on is not null;
create index referral_urgent on referral (urgency, side, referral_id desc) where urgency <> 'NORMAL';

-- Dossiers -------------------------------------------------------------------------------------------------------------------------

create table dossier (
  dossier_id   uuid primary key,
  case_id      uuid        not null,
  referral_id  uuid,
  sender       text        not null,
  held_since   timestamptz not null,
  requested_at timestamptz                 -- when it was asked for again, because no key opens it
);
create index dossier_of_case on dossier (case_id);

create table dossier_part (
  dossier_id   uuid    not null references dossier,
  name         text    not null,
  ordinal      integer not null,
  kind         text    not null,
  form         text,                       -- which sheet it is
  form_version integer,
  person       integer,
  names_no_one boolean not null default false, -- its author said so
  details      text[]  not null,
  basis        text,
  statute      text,
  recipients   text[]  not null,
  state        text    not null,           -- OPEN, LOCKED, ERASED, UNOPENABLE
  content      bytea,
  name_marks   text[],                     -- keyed hashes of the beginnings of the names in it; they end with its content
  file_id      uuid,                       -- the file it is
  primary key (dossier_id, name)
);
-- Names lie encrypted. Most parts name nobody: those have no place where names are looked for.
create index dossier_part_marks on dossier_part using gin (name_marks) where state = 'OPEN' and name_marks <> '{}';
create index dossier_part_file on dossier_part (file_id) where file_id is not null;

-- Files (添付ファイル): what was handed in here and not yet sent, and the pieces of every file that is held, each encrypted under a key
-- that stands in the part of the dossier the file hangs on (dossier_part.content), or here beside its name.
create table stored_file (
  file_id   uuid        primary key,
  note      bytea       not null,          -- name, kind, size and key; encrypted with the connector's master key
  stored_at timestamptz not null
);
create index stored_file_age on stored_file (stored_at);

create table file_piece (
  file_id uuid    not null,
  number  integer not null,                -- 1, 2, …
  content bytea   storage external not null,
  primary key (file_id, number)
);

-- What this agency asks of the network ----------------------------------------------------------------------------------------------

-- What is old is deleted once a day, at worst by reading all of it.
create table idempotency (
  key         text primary key,
  fingerprint bytea       not null,
  status      integer,                     -- the answer; null only inside the transaction that stores it
  location    text,
  body        bytea,
  stored_at   timestamptz not null
);
create index idempotency_age on idempotency using brin (stored_at) with (autosummarize = on);

-- A command's row is written three times: stored, sent, answered. The answer finds room on the same page and touches no index.
create table outbox (
  id                 bigint generated always as identity primary key,
  command_id         uuid        not null unique,
  record_key         text        not null, -- case id, or agency id for a key
  case_id            uuid,
  kind               text        not null,
  command            bytea       not null, -- encoded, without its sealed dossier
  dossier_id         uuid,
  carries_files      boolean     not null default false, -- pieces of files are sent once the network has taken the command
  submitted_under    text,                 -- the key it came under; receipts come under none
  stored_at          timestamptz not null,
  waiting_for        text[],               -- agencies whose key is missing
  not_before         timestamptz,
  times_resealed     integer     not null default 0,
  sent_at            timestamptz,
  sent_partition     integer,
  sent_offset        bigint,
  answered_at        timestamptz,
  answer             text,                 -- ACCEPTED, REFUSED, RESEALED, UNREADABLE
  first_sequence     bigint,
  last_sequence      bigint,
  refusal_code       text,
  refused_details    text[],               -- what the refusal names
  refused_recipients text[],
  open_referral      uuid,
  persons            integer[],
  next_steps         text[],
  sent_again_as      uuid,
  unreadable_reason  text
) with (fillfactor = 60);
create index outbox_unsent on outbox (id) where sent_at is null;
-- What is held back, and with it what stands behind it in its case, is found without reading all that is not sent yet.
create index outbox_held on outbox (record_key, id)
  where sent_at is null and (waiting_for is not null or not_before is not null);
create index outbox_of_case on outbox (case_id, id);
create index outbox_by_place on outbox using brin (sent_partition, sent_offset) with (autosummarize = on);
create index outbox_submitted_under on outbox (submitted_under) where submitted_under is not null;
-- Whether this agency asked to protect a case is looked up for every dossier that is sent; almost no command does.
create index outbox_protecting on outbox (case_id) where kind = 'ProtectCase';

-- Which parts of the dossier travel with a command, and for whom.
create table outbox_part (
  outbox_id  bigint not null references outbox,
  dossier_id uuid   not null,
  name       text   not null,
  recipients text[] not null,
  primary key (outbox_id, name)
);

-- What the network tells this agency ------------------------------------------------------------------------------------------------

-- News that comes twice has the same item_id; by its place only a restored network looks for it.
create table inbox (
  position        bigint generated always as identity primary key,
  item_id         uuid        not null unique,
  kafka_partition integer     not null,
  kafka_offset    bigint      not null,
  kind            text        not null,
  case_id         uuid,
  referral_id     uuid,
  recorded_at     timestamptz not null,
  taken_in_at     timestamptz not null,
  content         bytea       not null,    -- the record as it came, without ciphertexts
  -- Of a kind this program did not know when it came: it has its place in the case and changed nothing in it. A later program that
  -- knows the kind folds the case anew.
  passed_over     boolean     not null default false,
  -- News that stood behind the end of a network restored from a backup: the network does not know it any more. Once the network tells
  -- anything new of such a case, lost news is left out of what is known of it.
  lost            boolean     not null default false,
  left_out        boolean     not null default false
);
create index inbox_of_case on inbox (case_id, position);
create index inbox_by_place on inbox using brin (kafka_partition, kafka_offset) with (autosummarize = on);
create index inbox_passed_over on inbox (case_id) where passed_over;
create index inbox_lost on inbox (case_id) where lost;

-- Where to read on; changed in the same transaction as the rows it stands for.
create table inbox_place (
  kafka_partition integer primary key,
  next_offset     bigint not null
);

-- Records of the inbox that could not be read or taken in, with those of the same case that wait behind them: as they came, in the
-- order in which they came.
create table aside_record (
  position        bigint generated always as identity primary key,
  kafka_partition integer     not null,
  kafka_offset    bigint      not null,
  held_key        text,                    -- whose later records wait; null where nothing waits
  reason          text,                    -- why it was put aside; null: it waits behind one that was
  raw_key         bytea,
  content         bytea,
  since           timestamptz not null,
  asked           text,                    -- TRY_AGAIN or PASS: what a person asked for
  pass_reason     text,
  settled         text,                    -- READ or PASSED
  settled_at      timestamptz,
  unique (kafka_partition, kafka_offset)
);
create index aside_open on aside_record (held_key, position) where settled is null;

create table delivery (
  id           bigint generated always as identity primary key,
  channel      text        not null,
  position     bigint      not null references inbox,
  attempts     integer     not null default 0,
  due_at       timestamptz not null,
  delivered_at timestamptz,
  dead_at      timestamptz,
  last_error   text,
  unique (channel, position)
);
create index delivery_due on delivery (channel, due_at, position) where delivered_at is null and dead_at is null;
create index delivery_dead on delivery (dead_at) where dead_at is not null;

-- Every incarnation of the network that this agency was told of: a network restored from a backup is another one.
create table incarnation (
  number     integer primary key,
  noticed_at timestamptz not null
);

-- What a person is to decide about lost news, or about a command that the network may have lost.
create table lost_item (
  id         bigint generated always as identity primary key,
  position   bigint unique references inbox,
  outbox_id  bigint references outbox,
  noticed_at timestamptz not null,
  decision   text,                         -- null: nobody has decided yet
  decided_at timestamptz,
  decided_by uuid,                         -- a colleague; null: the agency's own system, or nobody had to
  check ((position is null) <> (outbox_id is null))
);
create unique index lost_item_command on lost_item (outbox_id) where decision is null;
create index lost_item_open on lost_item (id) where decision is null;

-- This record itself was made of a backup: nothing is shown before it has taken in what it missed.
create table own_restoration (
  restored_at  timestamptz not null,
  caught_up_at timestamptz
);

-- What is to be done ------------------------------------------------------------------------------------------------------------------

create table alarm (
  id              bigint generated always as identity primary key,
  kind            text        not null,
  kafka_partition integer,
  kafka_offset    bigint,
  dossier_id      uuid,
  since           timestamptz not null,
  acknowledged_at timestamptz
);
create index alarm_open on alarm (kind) where acknowledged_at is null;

create table task (
  id                 bigint generated always as identity primary key,
  kind               text        not null,
  case_id            uuid        not null,
  person             integer,
  referral_id        uuid,
  dossier_id         uuid,
  recipient          text,
  meeting_request_id uuid,
  meeting_id         text,
  since              timestamptz not null,
  due_at             timestamptz,
  done_at            timestamptz
);
create index task_open on task (case_id) where done_at is null;
create index task_waiting on task (due_at, id) where done_at is null;

-- Mail to the mailbox of the agency's office: that something waits, never what. One on its way at a time, and beside it one that only
-- tries the way. Its id is settled before it is sent for the first time.
create table mail (
  id         bigint generated always as identity primary key,
  message_id text        not null unique,
  is_trial   boolean     not null,
  made_at    timestamptz not null,
  due_at     timestamptz not null,         -- when it is tried next
  attempts   integer     not null default 0,
  fault      text,                         -- why the last attempt failed, in words without an address
  is_refused boolean     not null default false,
  settled_at timestamptz,
  outcome    text                          -- SENT, NOT_NEEDED, FAILED; null while it waits
);
create unique index mail_waiting on mail (is_trial) where settled_at is null;
create index mail_sent on mail (settled_at desc) where outcome = 'SENT' and not is_trial;

-- One row for each thing to tell, written in the transaction that takes in what causes it. It is about a referral, or about a question
-- of 情報収集 in a case.
create table to_tell (
  reason      text        not null,        -- ARRIVAL, DUE_SOON, OVERDUE, QUESTION
  cause       uuid        not null,        -- the event
  referral_id uuid,
  case_id     uuid,
  tell_from   timestamptz not null,        -- from then on it is so; of a deadline when it comes
  mail_id     bigint references mail,      -- in which it is told
  settled_at  timestamptz,                 -- told, or done before it was told
  primary key (reason, cause),
  constraint to_tell_is_about_one check ((referral_id is null) <> (case_id is null))
);
create index to_tell_waiting on to_tell (tell_from) where settled_at is null and mail_id is null;
create index to_tell_of_mail on to_tell (mail_id);

-- Keys ------------------------------------------------------------------------------------------------------------------------------

create table private_key (
  key_id        text primary key,
  public_keyset bytea       not null,
  keyset        bytea       not null,      -- encrypted with the connector's master key
  made_at       timestamptz not null,
  retired_at    timestamptz
);

-- Signing keys of this agency (署名鍵), by which it vouches for the keys it announces.
create table signing_key (
  key_id     text primary key,
  public_key bytea       not null,
  secret     bytea,                        -- encrypted with the connector's master key; null once another took its place
  signed_by  text,                         -- the signing key before it; null where none vouches for it
  signature  bytea,
  made_at    timestamptz not null,
  retired_at timestamptz
);

-- The keys of each agency as this one believes in them: confirmed, or proven by what was confirmed.
create table key_chain (
  agency_id  text primary key,
  chain      bytea       not null,
  changed_at timestamptz not null
);

-- Keys that stand in the directory, and what is made of each.
create table seen_key (
  agency_id     text        not null,
  key_id        text        not null,
  standing      text        not null,
  first_seen_at timestamptz not null,
  primary key (agency_id, key_id)
);

-- People ----------------------------------------------------------------------------------------------------------------------------

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

-- Who has logged in at this agency. Names are encrypted with the connector's master key and end when nothing needs them.
create table colleague (
  colleague_id uuid primary key,
  account      text        not null unique,
  name         bytea,                      -- null: its time is over
  leads        boolean     not null,
  first_seen   timestamptz not null,
  last_seen    timestamptz not null,
  away_until   date,                       -- the last day of an absence
  left_from    date,                       -- the first day on which she works here no more
  cover        uuid references colleague   -- who stands in for that time, or goes on with her work
);

-- Who of this agency has a referral in hand (担当), and every change of it. Nothing of it leaves the agency.
create table assignment (
  referral_id  uuid primary key,
  colleague_id uuid        not null references colleague,
  since        timestamptz not null
);
create index assignment_of_colleague on assignment (colleague_id);

create table assignment_change (
  id           bigint generated always as identity primary key,
  referral_id  uuid        not null,
  colleague_id uuid references colleague,  -- null: nobody from then on
  changed_by   uuid references colleague,  -- null: the agency's own system
  changed_at   timestamptz not null
);
create index assignment_change_of_referral on assignment_change (referral_id, id);
create index assignment_change_age on assignment_change (changed_at);

-- Who has read what of the dossiers and notes: an entry for each one each time its content is handed out. It holds no content and of
-- persons their account alone. Each entry has the hash of the one before; nothing here is changed, and only what is past its
-- time is deleted, oldest first, with the hash it ended with kept in access_chain.
create table access_entry (
  number      bigint primary key,          -- from 1 on, without gaps
  at          timestamptz not null,
  reader_kind text        not null,        -- PERSON, SYSTEM, FOLDER
  reader      text        not null,        -- the account, or the name of the token
  way         text        not null,        -- PAGE, INTERFACE, FOLDER, PAPER
  case_id     uuid        not null,
  referral_id uuid,
  dossier_id  uuid,                        -- none for what people of the agency wrote for themselves
  parts       text[]      not null,        -- those that could be read
  bases       text[]      not null,        -- on which ground each was shared, in the same order; '' where it needs none
  before_hash bytea       not null,
  hash        bytea       not null
);
create index access_entry_of_case on access_entry (case_id, number);
create index access_entry_of_referral on access_entry (referral_id, number);

-- Where the chain begins now and where it ends: what is missing at either end is seen.
create table access_chain (
  only_one   boolean primary key default true check (only_one),
  cut_number bigint not null,              -- the last entry that was deleted; 0 where none was
  cut_hash   bytea  not null,              -- and its hash: the next entry follows it
  end_number bigint not null,
  end_hash   bytea  not null
);
insert into access_chain (cut_number, cut_hash, end_number, end_hash) values (0, '', 0, '');

create function access_entry_stays() returns trigger language plpgsql as $$
declare
  cut bigint;
begin
  if tg_op = 'DELETE' then
    execute format('select cut_number from %I.access_chain', tg_table_schema) into cut;
    if old.number <= cut then
      return old;
    end if;
  end if;
  raise exception 'the access log is only added to';
end $$;
create trigger stays before update or delete on access_entry for each row execute function access_entry_stays();

create function access_chain_goes_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.cut_number >= old.cut_number and new.end_number >= old.end_number
      and new.cut_number <= new.end_number then
    return new;
  end if;
  raise exception 'the access log is only added to';
end $$;
create trigger goes_on before update or delete on access_chain for each row execute function access_chain_goes_on();

create function access_log_is_not_emptied() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is only added to';
end $$;
create trigger is_not_emptied before truncate on access_entry for each statement execute function access_log_is_not_emptied();
create trigger is_not_emptied before truncate on access_chain for each statement execute function access_log_is_not_emptied();

-- What people of the agency write ---------------------------------------------------------------------------------------------------

-- What somebody has begun to write and not sent; its content is encrypted with the connector's master key.
create table draft (
  draft_key text primary key,              -- of the command it becomes
  owner     text        not null,          -- a pseudonym, see person_key
  case_id   uuid,                          -- of a form of a case; of a つなぐシート there is none
  form_id   text,
  content   bytea       not null,
  saved_at  timestamptz not null,
  sent_at   timestamptz                    -- since then it is a command; it comes back if the network refuses that
);
create index draft_of_owner on draft (owner, saved_at desc);
create index draft_age on draft (saved_at);

-- What people of this agency write for themselves about a person in a referral (内部メモ): encrypted with the connector's master
-- key, told to nobody. It is locked, given back and erased with what others sent about that person.
create table internal_note (
  note_id     uuid primary key,
  case_id     uuid        not null,
  referral_id uuid        not null,
  person      integer     not null,
  author      uuid references colleague,   -- null: the agency's own system
  written_at  timestamptz not null,
  state       text        not null,        -- OPEN, LOCKED, RETURNED, ERASED
  content     bytea
);
create index internal_note_of_referral on internal_note (referral_id, written_at);
create index internal_note_of_case on internal_note (case_id);

-- The forms (様式) of a case as this agency filled them in: each time is a version, and none is changed. What is written of a person
-- is a piece of its own, encrypted with the connector's master key; it is locked and erased with what others sent about that person.
create table case_form (
  version_id      uuid        primary key, -- the id of the command that tells the network of it
  submitted_under text        not null,    -- the key of that command: what the network refuses is no version
  case_id         uuid        not null,
  form_id         text        not null,
  declared        integer     not null,    -- version of the form's declaration
  number          integer     not null,    -- 1, 2, … in its case
  request_id      uuid,                    -- of a sheet about a meeting (申出書, 報告書, 会議録): the item of the case it is about
  author          uuid references colleague, -- null: the agency's own system
  kept_at         timestamptz not null,
  unique (case_id, form_id, number)
);
create index case_form_submitted_under on case_form (submitted_under);

create table case_form_piece (
  version_id uuid    not null references case_form on delete cascade,
  person     integer not null,             -- 0: what tells of nobody
  state      text    not null,             -- OPEN, LOCKED, ERASED
  content    bytea,
  primary key (version_id, person)
);

-- The files that are attached to a version of a form (様式), each about one person: read and erased with that person's piece.
create table case_form_file (
  version_id uuid    not null references case_form on delete cascade,
  file_id    uuid    not null,
  person     integer not null,
  note       bytea   not null,             -- as in stored_file
  primary key (version_id, file_id)
);
create index case_form_file_file on case_form_file (file_id);

-- Meetings --------------------------------------------------------------------------------------------------------------------------

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
  state             text        not null,  -- ANNOUNCED, CANCELLED, CARRIED, HELD, DECIDED
  ended_because     text,                  -- of a cancelled or carried one
  held_at           timestamptz,
  outcome           text,
  roles             text[],                -- of this agency, as the meeting settled them
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

-- Resources and gaps ----------------------------------------------------------------------------------------------------------------

-- Places of resources (社会資源) that this agency took for somebody (マッチング). For whom stands here alone.
create table placement (
  place_id      uuid        primary key,
  resource_id   uuid        not null,
  case_id       uuid        not null,
  person        integer     not null,      -- 世帯員の番号
  command_id    uuid        not null unique, -- with which it was asked for
  settled       boolean     not null default false, -- the network has answered that it is ours
  taken_at      timestamptz not null,
  given_back_at timestamptz
);
create unique index placement_held on placement (case_id, person, resource_id) where given_back_at is null;
create index placement_unsettled on placement (place_id) where not settled;

-- For which households this agency noticed which gap (地域課題); it can be taken back and noted anew. The case stands here alone.
create table issue_occurrence (
  occurrence_id uuid        primary key,
  issue_id      uuid        not null,
  case_id       uuid        not null,
  noticed_at    timestamptz not null,
  taken_back_at timestamptz
);
create unique index issue_occurrence_standing on issue_occurrence (case_id, issue_id) where taken_back_at is null;
