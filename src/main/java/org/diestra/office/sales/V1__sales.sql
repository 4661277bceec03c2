-- Who issues: what stands at the head of each invoice.
create table sales.issuer (
  workspace uuid primary key references books.book,
  name text not null check (length(name) between 1 and 120),
  country text not null check (country ~ '^[A-Z]{2}$'),
  tax_id text not null check (length(tax_id) between 1 and 32),
  address text not null check (length(address) between 1 and 400),
  iban text not null check (iban ~ '^[0-9A-Z]{0,34}$'),
  -- at the foot of each
  note text not null check (length(note) <= 400),
  series text not null check (series ~ '^[A-Z]{1,4}$'),
  -- on which account tax stands that customers keep back
  withheld uuid,
  version int not null check (version >= 1),
  foreign key (workspace, withheld) references books.account (workspace, id)
);

-- The last number of a series in a year, and its day: a later number is never of an earlier one.
create table sales.series (
  workspace uuid not null references books.book,
  code text not null check (code ~ '^[A-Z]{1,5}$'),
  year int not null,
  last int not null check (last >= 1),
  last_day date not null,
  primary key (workspace, code, year)
);

create table sales.invoice (
  id uuid primary key,
  workspace uuid not null references books.book,
  -- of the form that made it: sent twice it makes one
  key uuid not null,
  party uuid not null references dues.party,
  state text not null check (state in ('DRAFT', 'PROPOSED', 'RETURNED', 'ISSUED')),
  version int not null check (version >= 1),
  since timestamptz not null, -- when it came to its state
  -- when it was delivered or done, where that is another day than the invoice's
  supplied date,
  treatment text not null check (treatment in ('CHARGED', 'REVERSE', 'NONE')),
  withholding int not null check (withholding between 0 and 999), -- thousandths
  note text not null check (length(note) <= 1000),
  -- what it corrects, and why
  corrects uuid references sales.invoice,
  because text check (length(because) between 1 and 300),
  made_at timestamptz not null,
  written_by uuid not null references accounts.person,
  proposed_by uuid references accounts.person,
  reason text check (length(reason) between 1 and 500), -- why it was returned
  issued_by uuid references accounts.person,
  code text,
  year int,
  number int check (number >= 1),
  day date,
  -- both as they were then, as JSON
  seller text,
  buyer text,
  unique (workspace, key),
  unique (workspace, code, year, number),
  unique (id, workspace),
  check ((corrects is null) = (because is null)),
  check ((state = 'RETURNED') = (reason is not null)),
  check (state in ('DRAFT', 'RETURNED') or proposed_by is not null),
  check ((state = 'ISSUED') = (number is not null) and (number is null) = (code is null)
    and (number is null) = (year is null) and (number is null) = (day is null)
    and (number is null) = (issued_by is null) and (number is null) = (seller is null)
    and (number is null) = (buyer is null))
);
create index invoice_listed on sales.invoice (workspace, state, since desc);
create index invoice_corrects on sales.invoice (corrects) where corrects is not null;

create table sales.item (
  invoice uuid not null,
  place smallint not null check (place between 1 and 100),
  workspace uuid not null,
  text text not null check (length(text) between 1 and 300),
  quantity numeric(12, 3) not null check (quantity <> 0),
  price bigint not null check (price > 0),
  vat int not null check (vat between 0 and 999), -- thousandths
  account uuid not null,
  primary key (invoice, place),
  foreign key (invoice, workspace) references sales.invoice (id, workspace) on delete cascade,
  foreign key (workspace, account) references books.account (workspace, id)
);

-- Its PDF: made when somebody first needs it, and the same bytes ever after.
create table sales.paper (
  invoice uuid primary key references sales.invoice,
  workspace uuid not null references books.book,
  pdf uuid not null references blobs.blob,
  made_at timestamptz not null
);

-- What is issued stays; who wrote it does not issue it, but for the only one who could; numbers come
-- from their series, one after the other.
create function sales.invoice_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare room books.book;
begin
  if tg_op = 'INSERT' then
    if new.state <> 'DRAFT' then
      raise exception 'an invoice begins as a draft' using errcode = 'check_violation',
        constraint = 'begins_as_draft';
    end if;
    return new;
  end if;
  if old.state = 'ISSUED' or tg_op = 'DELETE' and old.state = 'PROPOSED' then
    raise exception 'invoice % stays', old.id using errcode = 'check_violation',
      constraint = 'issued_stays';
  end if;
  if tg_op = 'DELETE' then
    return old;
  end if;
  if (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'PROPOSED'), ('PROPOSED', 'DRAFT'),
      ('PROPOSED', 'RETURNED'), ('PROPOSED', 'ISSUED'), ('RETURNED', 'RETURNED'),
      ('RETURNED', 'PROPOSED')) then
    raise exception 'no such step: % to %', old.state, new.state using errcode = 'check_violation',
      constraint = 'no_such_step';
  end if;
  if new.state = 'ISSUED' then
    select b.* into room from books.book b where b.workspace = new.workspace for share;
    if not books.checks(new.workspace, new.issued_by) then
      raise exception 'who issues is none of those who may' using errcode = 'check_violation',
        constraint = 'checker_checks';
    end if;
    if new.issued_by in (new.proposed_by, new.written_by)
        and not (room.alone and books.checkers(new.workspace) = 1) then
      raise exception 'who writes does not issue' using errcode = 'check_violation',
        constraint = 'two_pairs_of_eyes';
    end if;
    if not exists (select from sales.series s where s.workspace = new.workspace and s.code = new.code
        and s.year = new.year and s.last = new.number and s.last_day = new.day) then
      raise exception 'numbers come from their series' using errcode = 'check_violation',
        constraint = 'number_of_series';
    end if;
  end if;
  return new;
end $$;
create trigger invoice_guard before insert or update or delete on sales.invoice
  for each row execute function sales.invoice_guard();

create function sales.item_guard() returns trigger
  language plpgsql security definer set search_path = '' as $$
declare which uuid := coalesce(to_jsonb(new), to_jsonb(old)) ->> 'invoice';
begin
  if exists (select from sales.invoice i where i.id = which and i.state in ('PROPOSED', 'ISSUED')) then
    raise exception 'lines of invoice % stay', which using errcode = 'check_violation',
      constraint = 'items_stay';
  end if;
  return coalesce(new, old);
end $$;
create trigger item_guard before insert or update or delete on sales.item
  for each row execute function sales.item_guard();

-- One number after the other, in days that do not go back; what is rolled back gives it back.
create function sales.take(room uuid, series text, today date, out number int, out day date)
  language plpgsql security definer set search_path = '' as $$
begin
  if not data.house() and not books.checks(room, data.caller()) then
    raise exception 'who numbers is none of those who may' using errcode = 'check_violation',
      constraint = 'checker_checks';
  end if;
  insert into sales.series as s (workspace, code, year, last, last_day)
    values (room, series, extract(year from today), 1, today)
    on conflict (workspace, code, year) do update
      set last = s.last + 1, last_day = greatest(s.last_day, excluded.last_day)
    returning s.last, s.last_day into number, day;
end $$;

revoke insert, update, delete on sales.series from diestra_app;
revoke update, delete on sales.paper from diestra_app;
revoke execute on function sales.invoice_guard, sales.item_guard from public;

alter table sales.issuer enable row level security;
alter table sales.series enable row level security;
alter table sales.invoice enable row level security;
alter table sales.item enable row level security;
alter table sales.paper enable row level security;
create policy worked on sales.issuer
  using ((select data.house()) or workspace in (select books.worked()));
create policy seen on sales.series for select
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on sales.invoice
  using ((select data.house()) or workspace in (select books.worked()))
  with check ((select data.house()) or workspace in (select books.worked())
    and (state <> 'ISSUED' or issued_by = (select data.caller())));
create policy worked on sales.item
  using ((select data.house()) or workspace in (select books.worked()));
create policy worked on sales.paper
  using ((select data.house()) or workspace in (select books.worked()));
