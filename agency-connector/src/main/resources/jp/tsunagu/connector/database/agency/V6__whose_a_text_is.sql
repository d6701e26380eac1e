-- Which sheet a part is, and whether its author said that it names no one.
alter table dossier_part add column form text;
alter table dossier_part add column form_version integer;
alter table dossier_part add column names_no_one boolean not null default false;
