-- Every index of a table is paid for with each of its rows. What is looked for by place or time lies in the order in which it came: a
-- summary of the pages (BRIN) finds it, and costs nothing where a row is written.

-- News that comes twice has the same item_id; by its place only a restored network looks for it.
alter table inbox drop constraint inbox_kafka_partition_kafka_offset_key;
create index inbox_by_place on inbox using brin (kafka_partition, kafka_offset) with (autosummarize = on);

-- A case is written with each of its events; the new row finds room on its page and touches no other index (the summary does not count).
drop index supported_case_changed;
create index supported_case_changed on supported_case using brin (changed_at) with (pages_per_range = 16, autosummarize = on);
alter table supported_case set (fillfactor = 70);

-- What keeps others back is found by outbox_held (V18). Receipts are submitted under no key.
drop index outbox_unsent_of_key;
drop index outbox_place;
create index outbox_by_place on outbox using brin (sent_partition, sent_offset) with (autosummarize = on);
drop index outbox_submitted_under;
create index outbox_submitted_under on outbox (submitted_under) where submitted_under is not null;

-- Most parts name nobody: those have no place where names are looked for.
drop index dossier_part_marks;
create index dossier_part_marks on dossier_part using gin (name_marks) where state = 'OPEN' and name_marks <> '{}';

-- What is old is deleted once a day, at worst by reading all of it.
drop index idempotency_age;
create index idempotency_age on idempotency using brin (stored_at) with (autosummarize = on);
