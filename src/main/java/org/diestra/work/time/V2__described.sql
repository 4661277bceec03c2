-- Whether a line says what was done, or only that a timer counted it.
alter table "time".entry add column described boolean not null default true;

alter table "time".entry disable trigger entry_guard;
update "time".entry set described = false where note in
  ('Counted by the timer, not described yet', 'Contado por el cronómetro, aún sin describir');
alter table "time".entry enable trigger entry_guard;

-- What a line says is its assistant's alone, that it says nothing included.
create or replace function "time".guard() returns trigger language plpgsql as $$
begin
  if (select data.house()) then
    return new;
  end if;
  if row(new.id, new.contract, new.week, new.workspace, new.assistant, new.source, new.over_minutes)
      is distinct from
      row(old.id, old.contract, old.week, old.workspace, old.assistant, old.source, old.over_minutes)
  then
    raise exception 'whose line it is stays' using errcode = 'insufficient_privilege';
  end if;
  if old.assistant = (select data.caller()) then
    if not ((old.state, new.state) in (('OPEN', 'OPEN'), ('OPEN', 'SUBMITTED'),
        ('SUBMITTED', 'SUBMITTED'), ('QUERIED', 'QUERIED'), ('QUERIED', 'ANSWERED'))) then
      raise exception 'nobody decides on own hours' using errcode = 'insufficient_privilege';
    end if;
  elsif row(new.started_at, new.ended_at, new.task, new.note, new.described)
      is distinct from row(old.started_at, old.ended_at, old.task, old.note, old.described)
      or not ((old.state, new.state) in (('SUBMITTED', 'ACCEPTED'), ('SUBMITTED', 'QUERIED'),
        ('ANSWERED', 'ACCEPTED'), ('ANSWERED', 'DISPUTED'))) then
    raise exception 'the client decides and does not write' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
