package org.diestra.money.payments;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.diestra.money.payments.PretendBank.Guests;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.NavEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.diestra.work.contracts.ContractEntry;
import org.diestra.work.tasks.TaskId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PaymentsConfiguration {
  /** All of the demo but one, who shows how a transfer is paid. */
  @Bean
  static Guests demoGuests(@Value("${diestra.demo}") boolean demo, ObjectProvider<Cast> cast) {
    return client -> demo && !client.equals(cast.getObject().business(Cast.STUDIO));
  }

  @Bean
  static Timer payInLook(ObjectProvider<PayIns> payIns) {
    return new Timer(PayIns.LOOK, (key, due) -> payIns.getObject().look(Ids.require(key)));
  }

  @Bean
  static Timer payInLeave(ObjectProvider<PayIns> payIns) {
    return new Timer(PayIns.LEAVE, (key, due) -> payIns.getObject().forget(Ids.require(key)));
  }

  @Bean
  static Timer pretendBankCall(ObjectProvider<PayIns> payIns) {
    return new Timer(PretendBank.CALL, (key, due) -> payIns.getObject().look(Ids.require(key)));
  }

  @Bean
  static Timer refundLook(ObjectProvider<Refunds> refunds) {
    return new Timer(Refunds.LOOK, (key, due) -> refunds.getObject().look(Ids.require(key)));
  }

  /** What timers gave up, or lost with a crash, is asked for all the same. */
  @Bean
  static Every silentRails(ObjectProvider<PayIns> payIns, ObjectProvider<Refunds> refunds) {
    return Every.interval(
        "payments:silent",
        Duration.ofHours(6),
        () -> {
          payIns.getObject().sweep();
          refunds.getObject().sweep();
        });
  }

  @Bean
  static Timer taskPaid(ObjectProvider<Releases> releases) {
    return new Timer(Releases.PAID, (key, due) -> releases.getObject().paid(TaskId.of(key)));
  }

  @Bean
  static Timer releaseMature(ObjectProvider<Releases> releases) {
    return new Timer(Releases.MATURE, (key, due) -> releases.getObject().mature(Ids.require(key)));
  }

  @Bean
  static Timer weeksMature(ObjectProvider<Releases> releases) {
    return new Timer(
        Releases.MATURE_WEEKS,
        (key, due) -> {
          boolean more = true; // each set is a transaction of its own
          while (more) {
            more = releases.getObject().matureWeeks();
          }
        });
  }

  @Bean
  static Timer allTaxes(ObjectProvider<Treatments> treatments) {
    return new Timer(Treatments.ALL, (key, due) -> treatments.getObject().all());
  }

  /** For the day that begins the next midnight as well. */
  @Bean
  static Every dailyTaxes(ObjectProvider<Treatments> treatments) {
    return Every.day(
        "payments:taxes-daily", LocalTime.NOON, ZoneOffset.UTC, () -> treatments.getObject().all());
  }

  @Bean
  static ContractEntry moneyEntry() {
    return new ContractEntry("money", "payments.title", "wallet", 40);
  }

  @Bean
  static NavEntry moneyNav() {
    return new NavEntry(
        "/money", "payments.nav", "wallet", 56, Set.of(Audience.CLIENT, Audience.ASSISTANT));
  }

  @Bean
  static NoticeKind paymentKind() {
    return NoticeKind.mailed(
        PaymentNotices.PAYMENT, Topic.MONEY, "payments.kind.payment", "wallet");
  }

  @Bean
  static NoticeKind availableKind() {
    return NoticeKind.mailed(
            PaymentNotices.AVAILABLE, Topic.MONEY, "payments.kind.available", "wallet")
        .only(Audience.ASSISTANT);
  }
}
