-- The last directory snapshot, so that a connector works when the broker is down at its start. Open data of the network.
create table directory_record (
  key    text primary key,
  record bytea not null
);
