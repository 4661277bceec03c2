-- A paid trial is a contract of its own for one piece of work, made while its bid goes on. So a bid
-- may carry an offer of either kind; at most one of each waits for its answer.
alter table contracts.offer add column kind text not null default 'HIRE'
  check (kind in ('HIRE', 'TRIAL'));
drop index contracts.offer_once;
create unique index offer_once on contracts.offer (bid)
  where kind = 'HIRE' and state in ('OFFERED', 'COUNTERED', 'ACCEPTED');
create unique index offer_trial_once on contracts.offer (bid)
  where kind = 'TRIAL' and state = 'OFFERED';

alter table contracts.contract add column trial boolean not null default false;
