-- A promise may be in dispute as money may: kept apart until it is said whose it is.
alter table ledger.account drop constraint promises_apart;
alter table ledger.account add constraint promises_apart check (
  case
    when book like 'direct/%' then kind in ('PROMISED', 'ESCROW', 'DISPUTED', 'PAYABLE_HELD')
    else kind <> 'PROMISED'
  end);
