-- Who has read what of the dossiers and notes: an entry for each one each time its content is handed out. It holds no content and of
-- persons their account alone. Each entry has the hash of the one before; nothing here is changed, and only what is past its
-- time is deleted, oldest first, with the hash it ended with kept in access_chain.
create table access_entry (
  number      bigint primary key,           -- from 1 on, without gaps
  at          timestamptz not null,
  reader_kind text        not null,         -- PERSON, SYSTEM, FOLDER
  reader      text        not null,         -- the account, or the name of the token
  way         text        not null,         -- PAGE, INTERFACE, FOLDER, PAPER
  case_id     uuid        not null,
  referral_id uuid,
  dossier_id  uuid,                         -- none for what people of the agency wrote for themselves
  parts       text[]      not null,         -- those that could be read
  bases       text[]      not null,         -- on which ground each was shared, in the same order; '' where it needs none
  before_hash bytea       not null,
  hash        bytea       not null
);
create index access_entry_of_case on access_entry (case_id, number);
create index access_entry_of_referral on access_entry (referral_id, number);

-- Where the chain begins now and where it ends: what is missing at either end is seen.
create table access_chain (
  only_one   boolean primary key default true check (only_one),
  cut_number bigint not null,               -- the last entry that was deleted; 0 where none was
  cut_hash   bytea  not null,               -- and its hash: the next entry follows it
  end_number bigint not null,
  end_hash   bytea  not null
);
insert into access_chain (cut_number, cut_hash, end_number, end_hash) values (0, '', 0, '');

create function access_entry_stays() returns trigger language plpgsql as $$
declare
  cut bigint;
begin
  if tg_op = 'DELETE' then
    execute format('select cut_number from %I.access_chain', tg_table_schema) into cut;
    if old.number <= cut then
      return old;
    end if;
  end if;
  raise exception 'the access log is only added to';
end $$;
create trigger stays before update or delete on access_entry for each row execute function access_entry_stays();

create function access_chain_goes_on() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.cut_number >= old.cut_number and new.end_number >= old.end_number
      and new.cut_number <= new.end_number then
    return new;
  end if;
  raise exception 'the access log is only added to';
end $$;
create trigger goes_on before update or delete on access_chain for each row execute function access_chain_goes_on();

create function access_log_is_not_emptied() returns trigger language plpgsql as $$
begin
  raise exception 'the access log is only added to';
end $$;
create trigger is_not_emptied before truncate on access_entry for each statement execute function access_log_is_not_emptied();
create trigger is_not_emptied before truncate on access_chain for each statement execute function access_log_is_not_emptied();
