-- Mail to the mailbox of the agency's office: that something waits, never what.

-- One on its way at a time, and beside it one that only tries the way. Its id is settled before it is sent for the first time.
create table mail (
  id         bigint generated always as identity primary key,
  message_id text        not null unique,
  is_trial   boolean     not null,
  made_at    timestamptz not null,
  due_at     timestamptz not null,          -- when it is tried next
  attempts   integer     not null default 0,
  fault      text,                          -- why the last attempt failed, in words without an address
  is_refused boolean     not null default false,
  settled_at timestamptz,
  outcome    text                           -- SENT, NOT_NEEDED, FAILED; null while it waits
);
create unique index mail_waiting on mail (is_trial) where settled_at is null;
create index mail_sent on mail (settled_at desc) where outcome = 'SENT' and not is_trial;

-- One row for each thing to tell, written in the transaction that takes in what causes it.
create table to_tell (
  reason      text        not null,         -- ARRIVAL, DUE_SOON, OVERDUE, QUESTION
  cause       uuid        not null,         -- the event
  referral_id uuid        not null,
  tell_from   timestamptz not null,         -- from then on it is so; of a deadline when it comes
  mail_id     bigint references mail,       -- in which it is told
  settled_at  timestamptz,                  -- told, or done before it was told
  primary key (reason, cause)
);
create index to_tell_waiting on to_tell (tell_from) where settled_at is null and mail_id is null;
create index to_tell_of_mail on to_tell (mail_id);
