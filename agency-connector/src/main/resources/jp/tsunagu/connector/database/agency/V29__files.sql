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
  content bytea   not null,
  primary key (file_id, number)
);
alter table file_piece alter column content set storage external;

alter table dossier_part add column file_id uuid;
create index dossier_part_file on dossier_part (file_id) where file_id is not null;

-- Whether pieces of files are sent once the network has taken the command.
alter table outbox add column carries_files boolean not null default false;
