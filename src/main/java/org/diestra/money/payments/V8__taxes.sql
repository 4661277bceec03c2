-- Contracts signed from now on ask for the taxes of their invoices as well; older ones go on as they
-- were signed, and those of promises are taxed by their invoices alone.
alter table payments.plan add column taxed boolean not null default false;

-- How the invoices of a contract are taxed from a day on. A row is only added: of the same day the
-- last one counts.
create table payments.tax (
  n bigint generated always as identity primary key,
  contract uuid not null references payments.plan,
  from_day date not null,
  -- of the work, as EN 16931 says it, and what is kept back of it
  category text not null check (category in ('S', 'Z', 'E', 'AE', 'G', 'O')),
  rate_bp int not null check (rate_bp between 0 and 10000),
  reason text not null,
  withholding_bp int not null check (withholding_bp between 0 and 10000),
  -- of the tax details it was decided by
  seller_version int not null check (seller_version >= 1),
  buyer_version int not null check (buyer_version >= 1),
  -- VAT on the fees of the house, from either side
  client_fee_bp int not null check (client_fee_bp between 0 and 10000),
  assistant_fee_bp int not null check (assistant_fee_bp between 0 and 10000),
  made_at timestamptz not null,
  check (withholding_bp < 10000 + rate_bp)
);
create index tax_contract on payments.tax (contract, from_day desc, n desc);

create function payments.only_added() returns trigger language plpgsql as $$
begin
  raise exception 'only added to: %', tg_table_name;
end $$;
create trigger only_added before update or delete on payments.tax
  for each row execute function payments.only_added();

alter table payments.tax enable row level security;
create policy house on payments.tax using ((select data.house()));

-- What reaches an assistant has VAT on top, and less what is kept back; what a client spends as well.
alter table payments.release add column vat bigint not null default 0;
alter table payments.release add column withheld bigint not null default 0;
alter table payments.release drop constraint release_amounts;
alter table payments.release add constraint release_amounts
  check (price > 0 and vat >= 0 and withheld >= 0 and client_fee >= 0
    and net between 0 and price + vat - withheld);
create index plan_assistant on payments.plan (assistant);
