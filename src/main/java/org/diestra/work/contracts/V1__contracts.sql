create table contracts.offer (
  id uuid primary key,
  job uuid not null references jobs.post,
  bid uuid not null references proposals.bid,
  organisation uuid not null references accounts.organisation,
  made_by uuid not null references accounts.person,
  assistant uuid not null references accounts.person,
  state text not null
    check (state in ('OFFERED', 'COUNTERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
  version int not null check (version between 1 and 100),
  author text not null check (author in ('CLIENT', 'ASSISTANT')),
  expires_at timestamptz not null,
  made_at timestamptz not null,
  moved_at timestamptz not null,
  status_signs text[] not null
);

-- A bid carries one live offer at a time.
create unique index offer_once on contracts.offer (bid) where state in ('OFFERED', 'COUNTERED', 'ACCEPTED');
create index offer_by_organisation on contracts.offer (organisation, moved_at desc);
create index offer_by_assistant on contracts.offer (assistant, moved_at desc);
create index offer_by_job on contracts.offer (job);

-- Each offer and counter-offer as its author signed it. Only added to.
create table contracts.version (
  offer uuid not null references contracts.offer,
  version int not null,
  author text not null check (author in ('CLIENT', 'ASSISTANT')),
  paper text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  note text check (length(note) <= 4000),
  made_at timestamptz not null,
  primary key (offer, version)
);

create table contracts.signature (
  offer uuid not null,
  version int not null,
  side text not null check (side in ('CLIENT', 'ASSISTANT')),
  person uuid not null references accounts.person,
  name text not null check (length(name) between 1 and 120),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  primary key (offer, version, side),
  foreign key (offer, version) references contracts.version
);

create sequence contracts.number;

create table contracts.contract (
  id uuid primary key,
  number text not null unique,
  offer uuid not null unique references contracts.offer,
  version int not null,
  organisation uuid not null references accounts.organisation,
  assistant uuid not null references accounts.person,
  title text not null,
  state text not null check (state in ('AWAITING_FUNDS')),
  hash text not null unique check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  pdf uuid,
  pdf_hash text unique check (pdf_hash ~ '^[0-9a-f]{64}$'),
  foreign key (offer, version) references contracts.version
);

create index contract_by_organisation on contracts.contract (organisation, signed_at desc);
create index contract_by_assistant on contracts.contract (assistant, signed_at desc);

-- What is signed stays as it was signed.
create function contracts.never() returns trigger language plpgsql as
$$ begin raise exception '% is only added to', tg_table_name; end $$;

create trigger version_stays before update or delete on contracts.version
  for each row execute function contracts.never();
create trigger signature_stays before update or delete on contracts.signature
  for each row execute function contracts.never();
