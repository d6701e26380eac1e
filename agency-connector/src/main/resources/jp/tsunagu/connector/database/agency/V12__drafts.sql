-- What somebody has begun to write and not sent; its content is encrypted with the connector's master key. No case yet.
create table draft (
  draft_key text        primary key,      -- of the command it becomes
  owner     text        not null,         -- a pseudonym, see person_key
  content   bytea       not null,
  saved_at  timestamptz not null,
  sent_at   timestamptz                   -- since then it is a command; it comes back if the network refuses that
);
create index draft_of_owner on draft (owner, saved_at desc);
create index draft_age on draft (saved_at);
create index outbox_submitted_under on outbox (submitted_under);
