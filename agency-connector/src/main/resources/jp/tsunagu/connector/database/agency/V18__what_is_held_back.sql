-- What is held back, and with it what stands behind it in its case, is found without reading all that is not sent yet.
create index outbox_held on outbox (record_key, id)
  where sent_at is null and (waiting_for is not null or not_before is not null);
