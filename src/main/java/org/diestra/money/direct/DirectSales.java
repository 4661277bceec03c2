package org.diestra.money.direct;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Plans;
import org.diestra.money.payments.Sale;
import org.diestra.money.payments.Sale.Work;
import org.diestra.money.payments.SaleFollower;
import org.diestra.money.payments.Subject;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;

/** Whatever is approved in a contract that is paid directly is due from then on. */
@Component
class DirectSales implements SaleFollower {
  private final DueStore store;
  private final Plans plans;
  private final DirectNotices notices;
  private final Organisations organisations;
  private final HouseRights house;
  private final Clock clock;

  DirectSales(
      DueStore store,
      Plans plans,
      DirectNotices notices,
      Organisations organisations,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.notices = notices;
    this.organisations = organisations;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public void sold(List<Sale> sales) {
    var direct = sales.stream().filter(sale -> sale.rail().equals(Book.DIRECT)).toList();
    if (direct.isEmpty()) {
      return;
    }
    house.call(() -> {
      var of = plans.of(direct.stream().map(Sale::contract).distinct().toList());
      var clients = organisations.all(of.values().stream().map(Plan::client).distinct().toList());
      var dues =
          direct.stream()
              .map(sale -> {
                var plan = Objects.requireNonNull(of.get(sale.contract()));
                return due(plan, sale, Objects.requireNonNull(clients.get(plan.client())).zone());
              })
              .toList();
      store.add(dues, clock.instant());
      dues.forEach(due -> notices.due(Objects.requireNonNull(of.get(due.contract())), due));
      return dues;
    });
  }

  /** What is to be paid at once has until the end of the next day: a bank needs one. */
  private static Due due(Plan plan, Sale sale, ZoneId zone) {
    var day = LocalDate.ofInstant(sale.at(), zone).plusDays(Math.max(1, plan.holdDays()));
    var none = plan.money(0);
    return new Due(
        sale.entry(),
        plan.contract(),
        plan.client(),
        plan.assistant(),
        sale.net(),
        none,
        none,
        none,
        switch (sale.work()) {
          case Work.OfTask task -> task.title();
          case Work.OfExtra extra -> extra.title();
          case Work.OfPeriod month -> month.title();
          case Work.OfWeek week -> null;
        },
        sale.work() instanceof Work.OfWeek week ? week.week() : null,
        page(sale),
        day,
        day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static String page(Sale sale) {
    return switch (sale.work()) {
      case Work.OfTask task -> "/contracts/" + sale.contract() + "/tasks/" + task.task();
      case Work.OfExtra extra -> "/contracts/" + sale.contract() + "/money/extras";
      case Work.OfPeriod month -> Subject.period(sale.contract(), month.period()).page();
      case Work.OfWeek week -> Plan.page(sale.contract(), week.week());
    };
  }
}
