-- Records of the inbox that could not be read or taken in, with those of the same case that wait
-- behind them: as they came, in the order in which they came.
create table aside_record (
  position        bigint generated always as identity primary key,
  kafka_partition integer     not null,
  kafka_offset    bigint      not null,
  held_key        text,        -- whose later records wait; null where nothing waits
  reason          text,        -- why it was put aside; null: it waits behind one that was
  raw_key         bytea,
  content         bytea,
  since           timestamptz not null,
  asked           text,        -- TRY_AGAIN or PASS: what a person asked for
  pass_reason     text,
  settled         text,        -- READ or PASSED
  settled_at      timestamptz,
  unique (kafka_partition, kafka_offset)
);
create index aside_open on aside_record (held_key, position) where settled is null;

insert into aside_record (kafka_partition, kafka_offset, reason, content, since)
select kafka_partition, kafka_offset, reason, content, taken_in_at from unreadable_record
order by taken_in_at;
drop table unreadable_record;
