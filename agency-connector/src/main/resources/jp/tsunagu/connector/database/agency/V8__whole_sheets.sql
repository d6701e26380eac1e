-- What a refusal names, and under which key a command came: the receipt of a file follows the network's answer.
alter table outbox
  add column refused_details    text[],
  add column refused_recipients text[],
  add column open_referral      uuid,
  add column submitted_under    text;
