package org.diestra.money.transfers;

import java.time.Clock;
import java.time.Duration;
import org.diestra.money.payments.Receipts;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransfersConfiguration {
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  @Bean
  static Timer transferSettle(ObjectProvider<Arrivals> arrivals) {
    return new Timer(Arrivals.SETTLE, (key, due) -> arrivals.getObject().settle(Ids.require(key)));
  }

  @Bean
  static Timer transferRefund(ObjectProvider<Receipts> receipts) {
    return new Timer(SendBacks.NEWS, (key, due) -> receipts.getObject().refund(Ids.require(key)));
  }

  /** Files whose columns nobody came back to name. */
  @Bean
  static Every forgottenDrafts(
      ObjectProvider<StatementStore> store, ObjectProvider<HouseRights> house, Clock clock) {
    return Every.interval(
        "transfers:drafts",
        Duration.ofHours(6),
        () ->
            house
                .getObject()
                .call(() -> store.getObject().dropBefore(clock.instant().minus(FORGOTTEN))));
  }

  @Bean
  static OperatorEntry transfersEntry(ObjectProvider<TransferDesk> desk) {
    return new OperatorEntry(
        "/operator/transfers",
        "transfers.nav",
        "arrow-right-left",
        77,
        () -> desk.getObject().waiting());
  }

  @Bean
  static NoticeKind arrivedKind() {
    return NoticeKind.mailed(
            TransferNotices.ARRIVED, Topic.MONEY, "transfers.kind.arrived", "wallet")
        .only(Audience.HIRING);
  }
}
