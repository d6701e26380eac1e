-- The files that are attached to a version of a form (様式), each about one person: read and erased with that person's piece.
create table case_form_file (
  version_id uuid    not null references case_form on delete cascade,
  file_id    uuid    not null,
  person     integer not null,
  note       bytea   not null,             -- as in stored_file
  primary key (version_id, file_id)
);
create index case_form_file_file on case_form_file (file_id);
