-- Every incarnation of the network that this agency was told of: a network restored from a backup is another one.
create table incarnation (
  number     integer primary key,
  noticed_at timestamptz not null
);
