-- News that stood behind the end of a network restored from a backup: the network does not know it any more. Once the
-- network tells anything new of such a case, lost news is left out of what is known of it.
alter table inbox add column lost boolean not null default false;
alter table inbox add column left_out boolean not null default false;
create index inbox_lost on inbox (case_id) where lost;

-- What a person is to decide about it: news, or a command that the network may have lost.
create table lost_item (
  id         bigint generated always as identity primary key,
  position   bigint unique references inbox,
  outbox_id  bigint references outbox,
  noticed_at timestamptz not null,
  decision   text,                    -- null: nobody has decided yet
  decided_at timestamptz,
  decided_by uuid,                    -- a colleague; null: the agency's own system, or nobody had to
  check ((position is null) <> (outbox_id is null))
);
create unique index lost_item_command on lost_item (outbox_id) where decision is null;
create index lost_item_open on lost_item (id) where decision is null;

-- This record itself was made of a backup: nothing is shown before it has taken in what it missed.
create table own_restoration (
  restored_at  timestamptz not null,
  caught_up_at timestamptz
);
