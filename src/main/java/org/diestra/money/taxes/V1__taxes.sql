-- What holds where, from a day on. A row is never changed: a new one from another day takes over.
create table taxes.rule (
  id uuid primary key,
  topic text not null check (topic in ('VAT', 'UNION', 'WITHHOLDING', 'WITHHOLDING_REDUCED')),
  country text not null check (country ~ '^[A-Z]{2}$'),
  rate_bp int not null check (rate_bp between 0 and 10000),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  source text not null check (length(source) between 1 and 200),
  -- null for what the house came with
  by uuid references accounts.person,
  at timestamptz not null default now(),
  unique (topic, country, valid_from)
);

insert into taxes.rule (id, topic, country, rate_bp, valid_from, source)
select gen_random_uuid(), 'UNION', c, 0, '2021-01-01', 'Directive 2006/112/EC, article 5'
from unnest(array['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR',
  'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK']) as c;

insert into taxes.rule (id, topic, country, rate_bp, valid_from, source)
select gen_random_uuid(), 'VAT', c, bp, since::date, 'European Commission, VAT rates'
from (values
  ('AT', 2000, '2021-01-01'), ('BE', 2100, '2021-01-01'), ('BG', 2000, '2021-01-01'),
  ('CY', 1900, '2021-01-01'), ('CZ', 2100, '2021-01-01'), ('DE', 1900, '2021-01-01'),
  ('DK', 2500, '2021-01-01'), ('EE', 2000, '2021-01-01'), ('EE', 2200, '2024-01-01'),
  ('EE', 2400, '2025-07-01'), ('ES', 2100, '2021-01-01'), ('FI', 2400, '2021-01-01'),
  ('FI', 2550, '2024-09-01'), ('FR', 2000, '2021-01-01'), ('GR', 2400, '2021-01-01'),
  ('HR', 2500, '2021-01-01'), ('HU', 2700, '2021-01-01'), ('IE', 2300, '2021-03-01'),
  ('IT', 2200, '2021-01-01'), ('LT', 2100, '2021-01-01'), ('LU', 1700, '2021-01-01'),
  ('LU', 1600, '2023-01-01'), ('LU', 1700, '2024-01-01'), ('LV', 2100, '2021-01-01'),
  ('MT', 1800, '2021-01-01'), ('NL', 2100, '2021-01-01'), ('PL', 2300, '2021-01-01'),
  ('PT', 2300, '2021-01-01'), ('RO', 1900, '2021-01-01'), ('RO', 2100, '2025-08-01'),
  ('SE', 2500, '2021-01-01'), ('SI', 2200, '2021-01-01'), ('SK', 2000, '2021-01-01'),
  ('SK', 2300, '2025-01-01')) as r (c, bp, since);

insert into taxes.rule (id, topic, country, rate_bp, valid_from, source) values
  (gen_random_uuid(), 'VAT', 'GB', 2000, '2021-01-01', 'VAT Act 1994, section 2'),
  (gen_random_uuid(), 'VAT', 'NO', 2500, '2021-01-01', 'Merverdiavgiftsloven, § 5-1'),
  (gen_random_uuid(), 'VAT', 'CH', 770, '2021-01-01', 'MWSTG, Art. 25'),
  (gen_random_uuid(), 'VAT', 'CH', 810, '2024-01-01', 'MWSTG, Art. 25'),
  (gen_random_uuid(), 'WITHHOLDING', 'ES', 1500, '2021-01-01', 'RIRPF, art. 95.1'),
  (gen_random_uuid(), 'WITHHOLDING_REDUCED', 'ES', 700, '2021-01-01', 'RIRPF, art. 95.1');

-- Who somebody is to a tax office, by versions; an invoice names the one it was made with.
create table taxes.profile (
  -- a person, an organisation, or for the house itself the id of zeros
  owner uuid not null,
  version int not null check (version >= 1),
  name text not null check (length(name) between 1 and 200),
  street text not null check (length(street) between 1 and 200),
  postcode text not null check (length(postcode) <= 20),
  city text not null check (length(city) between 1 and 100),
  region text not null check (length(region) <= 100),
  country text not null check (country ~ '^[A-Z]{2}$'),
  -- both sealed for their owner
  tax_id bytea not null,
  vat_id bytea,
  vat text not null check (vat in ('NOT_REGISTERED', 'REGISTERED', 'SMALL_BUSINESS', 'EXEMPT')),
  irpf text not null check (irpf in ('NONE', 'NORMAL', 'REDUCED')),
  reduced_until int check (reduced_until between 2000 and 2200),
  us text not null check (us in ('NONE', 'W9', 'W8BEN')),
  w8_treaty text check (w8_treaty = '' or w8_treaty ~ '^[A-Z]{2}$'),
  w8_signer text check (length(w8_signer) between 1 and 200),
  w8_signed_on date,
  by uuid references accounts.person,
  at timestamptz not null,
  primary key (owner, version),
  check ((us = 'W8BEN') = (w8_signer is not null and w8_signed_on is not null and w8_treaty is not null)),
  check ((irpf = 'REDUCED') = (reduced_until is not null))
);

create function taxes.only_added() returns trigger language plpgsql as $$
begin
  raise exception 'only added to: %', tg_table_name;
end $$;
create trigger only_added before update or delete on taxes.rule
  for each row execute function taxes.only_added();
create trigger only_added before update or delete on taxes.profile
  for each row execute function taxes.only_added();

alter table taxes.profile enable row level security;
create policy house on taxes.profile using ((select data.house()));
