-- Names lie encrypted. A part is found by keyed hashes of the beginnings of the names in it; they end with its content. Null: an
-- earlier release kept it, it is filled in at the next start.
alter table dossier_part add column name_marks text[];
create index dossier_part_marks on dossier_part using gin (name_marks) where state = 'OPEN';
create index dossier_part_marks_not_filled_in on dossier_part (dossier_id, name) where name_marks is null and content is not null;
