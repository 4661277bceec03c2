-- How a contract is paid stands in the text that both sign; nothing looks here any more.
drop table direct.change;

-- Of the transfer, what stands for that part: with VAT on top and without what is withheld, as the
-- invoice asks for; and what of it arrived.
alter table direct.part add column transfer bigint check (transfer > 0);
alter table direct.part add column arrived_transfer bigint check (arrived_transfer >= 0);
update direct.part set transfer = amount, arrived_transfer = arrived;
alter table direct.part alter column transfer set not null;
alter table direct.part add constraint part_arrived
  check ((arrived is null) = (arrived_transfer is null));

-- What was said is evidence, for either side.
revoke delete on direct.proof, direct.part, direct.due from diestra_app;
