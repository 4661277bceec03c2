-- Who calls, for the policies of every module. Both are null and false where nobody is bound:
-- on a pooled connection the setting is '' after its first transaction, never null again.
create function data.caller() returns uuid
  language sql stable parallel safe
  as $$ select nullif(nullif(current_setting('diestra.caller', true), ''), 'house')::uuid $$;

create function data.house() returns boolean
  language sql stable parallel safe
  as $$ select coalesce(current_setting('diestra.caller', true), '') = 'house' $$;

-- Who did what, for good. Only added to: the application may not change or remove a row.
create table data.audit (
  id uuid primary key,
  at timestamptz not null,
  person uuid,
  on_behalf_of uuid,
  module text not null,
  action text not null,
  subject_type text,
  subject uuid,
  from_state text,
  to_state text,
  details jsonb not null,
  check ((subject_type is null) = (subject is null))
);
create index audit_at on data.audit (at desc, id desc);
create index audit_person on data.audit (person, at desc, id desc);
create index audit_subject on data.audit (subject, at desc, id desc);
revoke update, delete, truncate on data.audit from diestra_app;
