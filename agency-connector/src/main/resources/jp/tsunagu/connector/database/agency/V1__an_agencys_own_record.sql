-- An agency's own record of what it sent and received. Every hosted agency has these tables in a schema of its own.
-- Contents of dossiers (*.content of dossier_part) are encrypted with the connector's master key.

-- One row per case (支援ケース). Locked while a command about the case is stored, so that order per case is the order of ids.
create table supported_case (
  case_id    uuid primary key,
  state      bytea,                       -- the fold of the events, encoded; null until the first event
  version    bigint      not null default 0,
  changed_at timestamptz not null
);
create index supported_case_newest on supported_case (case_id desc);

create table referral (
  referral_id uuid primary key,
  case_id     uuid    not null references supported_case,
  side        text    not null,
  stage       text    not null,
  is_open     boolean not null,
  version     bigint  not null
);
create index referral_of_case on referral (case_id);
create index referral_by_stage on referral (stage, referral_id desc);

create table idempotency (
  key         text primary key,
  fingerprint bytea       not null,
  status      integer,                    -- the answer; null only inside the transaction that stores it
  location    text,
  body        bytea,
  stored_at   timestamptz not null
);
create index idempotency_age on idempotency (stored_at);

create table dossier (
  dossier_id   uuid primary key,
  case_id      uuid        not null,
  referral_id  uuid,
  sender       text        not null,
  held_since   timestamptz not null,
  requested_at timestamptz                -- when it was asked for again, because no key opens it
);
create index dossier_of_case on dossier (case_id);

create table dossier_part (
  dossier_id uuid    not null references dossier,
  name       text    not null,
  ordinal    integer not null,
  kind       text    not null,
  person     integer,
  details    text[]  not null,
  basis      text,
  statute    text,
  recipients text[]  not null,
  state      text    not null,            -- OPEN, LOCKED, ERASED, UNOPENABLE
  content    bytea,
  primary key (dossier_id, name)
);

create table outbox (
  id                bigint generated always as identity primary key,
  command_id        uuid        not null unique,
  record_key        text        not null,   -- case id, or agency id for a key
  case_id           uuid,
  kind              text        not null,
  command           bytea       not null,   -- encoded, without its sealed dossier
  dossier_id        uuid,
  stored_at         timestamptz not null,
  waiting_for       text[],                 -- agencies whose key is missing
  not_before        timestamptz,
  times_resealed    integer     not null default 0,
  sent_at           timestamptz,
  sent_partition    integer,
  sent_offset       bigint,
  answered_at       timestamptz,
  answer            text,                   -- ACCEPTED, REFUSED, RESEALED, UNREADABLE
  first_sequence    bigint,
  last_sequence     bigint,
  refusal_code      text,
  persons           integer[],
  next_steps        text[],
  sent_again_as     uuid,
  unreadable_reason text
);
create index outbox_unsent on outbox (id) where sent_at is null;
create index outbox_unsent_of_key on outbox (record_key, id) where sent_at is null;
create index outbox_of_case on outbox (case_id, id);
create index outbox_place on outbox (sent_partition, sent_offset);

-- Which parts of the dossier travel with a command, and for whom.
create table outbox_part (
  outbox_id  bigint not null references outbox,
  dossier_id uuid   not null,
  name       text   not null,
  recipients text[] not null,
  primary key (outbox_id, name)
);

create table inbox (
  position      bigint generated always as identity primary key,
  item_id       uuid        not null unique,
  kafka_partition integer   not null,
  kafka_offset  bigint      not null,
  kind          text        not null,
  case_id       uuid,
  referral_id   uuid,
  recorded_at   timestamptz not null,
  taken_in_at   timestamptz not null,
  content       bytea       not null,      -- the record as it came, without ciphertexts
  unique (kafka_partition, kafka_offset)
);
create index inbox_of_case on inbox (case_id, position);

-- Where to read on; changed in the same transaction as the rows it stands for.
create table inbox_place (
  kafka_partition integer primary key,
  next_offset     bigint not null
);

-- Records that can never be read: kept as they came, never skipped silently.
create table unreadable_record (
  kafka_partition integer     not null,
  kafka_offset    bigint      not null,
  reason          text        not null,
  content         bytea       not null,
  taken_in_at     timestamptz not null,
  primary key (kafka_partition, kafka_offset)
);

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
  id          bigint generated always as identity primary key,
  kind        text        not null,
  case_id     uuid        not null,
  person      integer,
  referral_id uuid,
  dossier_id  uuid,
  recipient   text,
  since       timestamptz not null,
  done_at     timestamptz
);
create index task_open on task (case_id) where done_at is null;

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

create table private_key (
  key_id        text primary key,
  public_keyset bytea       not null,
  keyset        bytea       not null,      -- encrypted with the connector's master key
  made_at       timestamptz not null,
  retired_at    timestamptz
);

-- Public keys of other agencies as first seen (pin on first use), so that a substituted key is noticed.
create table known_key (
  agency_id     text        not null,
  key_id        text        not null,
  first_seen_at timestamptz not null,
  primary key (agency_id, key_id)
);
