package org.diestra.money.invoices;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.diestra.money.invoices.FeeStore.Taken;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.SaleFollower;
import org.diestra.money.taxes.TaxFollower;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what is to be invoiced, in the transaction in which it is sold. */
@Component
class Sales implements SaleFollower, TaxFollower {
  private final DueStore dues;
  private final FeeStore fees;
  private final HouseRights house;

  Sales(DueStore dues, FeeStore fees, HouseRights house) {
    this.dues = dues;
    this.fees = fees;
    this.house = house;
  }

  @Override
  public void sold(List<Sale> sales) {
    house.call(() -> {
      dues.add(sales);
      fees.add(sales.stream().flatMap(Sales::fees).filter(f -> f.amount().isPositive()).toList());
      return sales;
    });
  }

  private static Stream<Taken> fees(Sale sale) {
    var share = sale.share();
    return Stream.of(
        taken(sale, sale.client().value(), share.fee(), share.feeVat(), sale.tax().clientFee()),
        taken(
            sale,
            sale.assistant().value(),
            share.taken(),
            share.takenVat(),
            sale.tax().assistantFee()));
  }

  private static Taken taken(Sale sale, UUID party, Money fee, Money vat, int basisPoints) {
    var day = LocalDate.ofInstant(sale.at(), ZoneOffset.UTC);
    boolean known = sale.tax().known();
    return new Taken(
        sale.entry(), party, fee.minus(vat), known ? vat : null, known ? basisPoints : null, day);
  }

  /** Each night as well: a rule that was planned holds from its day on. */
  @Override
  @Transactional
  public void ruled() {
    house.call(() -> {
      dues.again();
      return dues;
    });
  }

  @Override
  public void told(UUID owner) {
    dues.again(owner);
  }
}
