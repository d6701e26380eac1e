-- A command's row is written three times: stored, sent, answered. The answer finds room on the same page and touches no index.
alter table outbox set (fillfactor = 60);
-- The primary key is read backwards as well.
drop index supported_case_newest;
-- Whether this agency asked to protect a case is looked up for every dossier that is sent; almost no command does.
create index outbox_protecting on outbox (case_id) where kind = 'ProtectCase';
