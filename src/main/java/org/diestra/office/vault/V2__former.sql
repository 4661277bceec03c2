-- What a secret was before somebody changed it: whoever works in its area may change it, and a slip
-- or worse must not lock the client out. Those who keep the workspace bring it back.
create table vault.former (
  item uuid not null references vault.item,
  version int not null check (version >= 1), -- of the item, when it was this
  workspace uuid not null,
  key int not null,
  sealed bytea not null check (length(sealed) <= 40000),
  replaced_by uuid not null references accounts.person,
  replaced_at timestamptz not null,
  primary key (item, version),
  foreign key (workspace, key) references vault.key (workspace, number)
);
create index former_key on vault.former (workspace, key);
create index former_age on vault.former (replaced_at);

alter table vault.former enable row level security;
create policy kept on vault.former
  using ((select data.house()) or workspace in (select workspaces.kept()));
