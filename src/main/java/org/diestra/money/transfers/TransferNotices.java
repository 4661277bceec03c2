package org.diestra.money.transfers;

import org.diestra.money.payments.MoneyNews;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Money;
import org.diestra.platform.live.Live;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Tells a client what came in, where it is not simply what was asked for. */
@Component
class TransferNotices {
  static final String ARRIVED = "transfers:arrived";
  private final Notifications notifications;
  private final Organisations organisations;
  private final Live live;

  TransferNotices(Notifications notifications, Organisations organisations, Live live) {
    this.notifications = notifications;
    this.organisations = organisations;
    this.live = live;
  }

  void shortOf(Line line, Expected payment, Money missing) {
    tell(
        line,
        payment.client(),
        payment.page(),
        "transfers.notice.short",
        line.amount(),
        payment.total(),
        missing);
    live.tell(
        organisations.hiring(payment.client()), MoneyNews.MONEY, payment.contract().toString());
  }

  void more(Line line, OrganisationId client, Money credit) {
    tell(line, client, Statements.money(client), "transfers.notice.more", line.amount(), credit);
  }

  void credited(Line line, OrganisationId client) {
    tell(line, client, Statements.money(client), "transfers.notice.credited", line.amount());
  }

  private void tell(Line line, OrganisationId client, String page, String key, Object... args) {
    for (var person : organisations.hiring(client)) {
      notifications.tell(
          Notice.to(person, ARRIVED, page, key, args)
              .once("transfers:arrived:" + line.id() + ":" + line.steps()));
    }
  }
}
