-- What was handed over for it with its taxes, and by which details and rules: its invoice says the
-- same. Null where its contract knew none; then they are decided when it is invoiced.
alter table invoices.due add column vat bigint check (vat >= 0);
alter table invoices.due add column withheld bigint check (withheld >= 0);
alter table invoices.due add column category text check (category in ('S', 'Z', 'E', 'AE', 'G', 'O'));
alter table invoices.due add column rate_bp int check (rate_bp between 0 and 10000);
alter table invoices.due add column reason text;
alter table invoices.due add column withholding_bp int check (withholding_bp between 0 and 10000);
alter table invoices.due add column seller_version int check (seller_version >= 1);
alter table invoices.due add column buyer_version int check (buyer_version >= 1);
alter table invoices.due add constraint due_taxes check (
  num_nulls(vat, withheld, category, rate_bp, reason, withholding_bp, seller_version, buyer_version)
    in (0, 8));
-- VAT that was taken with a fee of the house, and its rate; null where that was not known.
alter table invoices.fee add column vat bigint check (vat >= 0);
alter table invoices.fee add column vat_bp int check (vat_bp between 0 and 10000);
alter table invoices.fee add constraint fee_vat check ((vat is null) = (vat_bp is null));
