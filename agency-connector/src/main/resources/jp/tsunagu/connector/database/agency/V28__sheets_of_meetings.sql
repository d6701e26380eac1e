-- Of a sheet about a meeting (申出書, 報告書, 会議録): the item of the case it is about.
alter table case_form add column request_id uuid;
