-- Places of resources (社会資源) that this agency took for somebody (マッチング). For whom stands here alone.
create table placement (
  place_id      uuid        primary key,
  resource_id   uuid        not null,
  case_id       uuid        not null,
  person        integer     not null,                  -- 世帯員の番号
  command_id    uuid        not null unique,           -- with which it was asked for
  settled       boolean     not null default false,    -- the network has answered that it is ours
  taken_at      timestamptz not null,
  given_back_at timestamptz
);
create unique index placement_held on placement (case_id, person, resource_id) where given_back_at is null;
create index placement_unsettled on placement (place_id) where not settled;
