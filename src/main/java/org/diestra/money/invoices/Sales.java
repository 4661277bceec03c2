package org.diestra.money.invoices;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.SaleFollower;
import org.diestra.money.taxes.TaxFollower;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;

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
      for (var sale : sales) {
        dues.add(sale);
        var day = LocalDate.ofInstant(sale.at(), ZoneOffset.UTC);
        fees.add(sale.entry(), sale.client().value(), sale.clientFee(), day);
        fees.add(sale.entry(), sale.assistant().value(), sale.assistantFee(), day);
      }
      return sales;
    });
  }

  @Override
  public void told(UUID owner) {
    dues.again(owner);
  }
}
