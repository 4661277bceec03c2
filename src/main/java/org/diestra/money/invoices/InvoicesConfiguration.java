package org.diestra.money.invoices;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class InvoicesConfiguration {
  private static final LocalTime NIGHT = LocalTime.of(1, 15);

  /** One runner that looks, instead of a timer a sale: releases never wait for each other here. */
  @Bean
  static Every issueInvoices(
      ObjectProvider<Issuing> issuing, ObjectProvider<InvoiceNotices> notices) {
    return Every.interval(
        "invoices:issue",
        Duration.ofSeconds(15),
        () -> {
          issuing.getObject().all();
          notices.getObject().tellAll();
        });
  }

  /** Each night, so that what could not be made on the 1st is made as soon as it can. */
  @Bean
  static Every feeInvoices(ObjectProvider<FeeBills> bills, ObjectProvider<Sales> sales) {
    return Every.day(
        "invoices:fees",
        NIGHT,
        ZoneOffset.UTC,
        () -> {
          sales.getObject().ruled();
          bills.getObject().all();
        });
  }

  @Bean
  static NoticeKind issuedKind() {
    return NoticeKind.daily(
        InvoiceNotices.ISSUED, Topic.MONEY, "invoices.kind.issued", "receipt-text");
  }

  @Bean
  static NoticeKind waitsKind() {
    return NoticeKind.mailed(
        InvoiceNotices.WAITS, Topic.MONEY, "invoices.kind.waits", "receipt-text");
  }
}
