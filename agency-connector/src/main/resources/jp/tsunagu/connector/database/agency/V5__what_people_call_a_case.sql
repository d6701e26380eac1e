-- 案件番号: a case is found by what stands on its paper, too.
alter table supported_case add column case_number text;
create index supported_case_called on supported_case (case_number);
