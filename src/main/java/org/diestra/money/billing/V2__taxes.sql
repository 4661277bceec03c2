-- What is kept apart for lines in dispute has their taxes with it; what they are worth has not.
do $$
declare
  old text;
begin
  select conname into strict old from pg_constraint
  where conrelid = 'billing.bill'::regclass and contype = 'c'
    and pg_get_constraintdef(oid) like '%kept <= withheld%';
  execute format('alter table billing.bill drop constraint %I', old);
end $$;
alter table billing.bill add constraint bill_kept check (kept >= 0);
