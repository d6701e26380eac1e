-- Signing keys of this agency (署名鍵), by which it vouches for the keys it announces.
create table signing_key (
  key_id     text primary key,
  public_key bytea       not null,
  secret     bytea,                       -- encrypted with the connector's master key; null once another took its place
  signed_by  text,                        -- the signing key before it; null where none vouches for it
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
drop table known_key;
create table seen_key (
  agency_id     text        not null,
  key_id        text        not null,
  standing      text        not null,
  first_seen_at timestamptz not null,
  primary key (agency_id, key_id)
);
