-- The secret that a person's phone makes codes of, sealed. It counts from on_since on; before, it is
-- on show for the phone to learn it.
create table factors.totp (
  person uuid primary key references accounts.person,
  secret bytea not null,
  begun_at timestamptz not null,
  on_since timestamptz,
  -- the step of the last code that was taken: it and all before are used up (RFC 6238, section 5.2)
  last_step bigint not null default 0
);

create table factors.recovery_code (
  person uuid not null references accounts.person,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  used_at timestamptz,
  primary key (person, code_hash)
);

create table factors.passkey (
  id uuid primary key,
  person uuid not null references accounts.person,
  name text not null check (length(name) between 1 and 60),
  credential_id bytea not null unique check (length(credential_id) between 1 and 1023),
  public_key bytea not null,
  attestation bytea not null,
  signature_count bigint not null check (signature_count >= 0),
  transports text[] not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  added_at timestamptz not null,
  used_at timestamptz
);

create index passkey_by_person on factors.passkey (person, added_at);
