-- Who has logged in at this agency. Names are encrypted with the connector's master key.
create table colleague (
  colleague_id uuid primary key,
  account      text        not null unique,
  name         bytea       not null,
  leads        boolean     not null,
  first_seen   timestamptz not null,
  last_seen    timestamptz not null,
  away_until   date,                         -- the last day of an absence
  cover        uuid references colleague,    -- who stands in for that time
  left_at      timestamptz                   -- she works here no more
);

-- Who of this agency has a referral in hand (担当). Nothing of it leaves the agency.
create table assignment (
  referral_id  uuid primary key,
  colleague_id uuid        not null references colleague,
  since        timestamptz not null
);
create index assignment_of_colleague on assignment (colleague_id);
