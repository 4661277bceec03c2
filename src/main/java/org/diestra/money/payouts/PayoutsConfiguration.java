package org.diestra.money.payouts;

import java.time.Duration;
import org.diestra.platform.base.Ids;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class PayoutsConfiguration {
  /** From the settings; the demo has an account that is nobody's. */
  @Bean
  static HouseAccount houseAccount(Environment settings, @Value("${diestra.demo}") boolean demo) {
    if (demo && settings.getProperty("diestra.payouts.iban", "").isEmpty()) {
      return new HouseAccount(
          "Diestra Demo",
          "ES9121000418450200051332",
          "",
          "Calle de la Paz",
          "1",
          "46003",
          "Valencia",
          "ES");
    }
    return new HouseAccount(
        settings.getProperty("diestra.payouts.name", ""),
        settings.getProperty("diestra.payouts.iban", ""),
        settings.getProperty("diestra.payouts.bic", ""),
        settings.getProperty("diestra.payouts.street", ""),
        settings.getProperty("diestra.payouts.building", ""),
        settings.getProperty("diestra.payouts.postcode", ""),
        settings.getProperty("diestra.payouts.town", ""),
        settings.getProperty("diestra.payouts.country", ""));
  }

  @Bean
  static Timer payoutLook(ObjectProvider<Settlements> settlements) {
    return new Timer(
        Settlements.LOOK, (key, due) -> settlements.getObject().look(Ids.require(key)));
  }

  /** What timers gave up, or lost with a crash, is asked for all the same. */
  @Bean
  static Every silentOutlets(ObjectProvider<Settlements> settlements) {
    return Every.interval(
        "payouts:silent", Duration.ofHours(6), () -> settlements.getObject().sweep());
  }

  @Bean
  static Every weeklyPayouts(ObjectProvider<Weekly> weekly) {
    return Every.interval("payouts:weekly", Duration.ofHours(1), () -> weekly.getObject().run());
  }

  @Bean
  static OperatorEntry payoutsEntry(ObjectProvider<PayoutDesk> desk) {
    return new OperatorEntry(
        "/operator/payouts", "payouts.desk.nav", "landmark", 76, () -> desk.getObject().waiting());
  }

  @Bean
  static NoticeKind payoutStepKind() {
    return NoticeKind.inbox(PayoutNotices.STEP, Topic.MONEY, "payouts.kind.step", "landmark")
        .only(Audience.ASSISTANT);
  }

  @Bean
  static NoticeKind payoutEndKind() {
    return NoticeKind.mailed(PayoutNotices.END, Topic.MONEY, "payouts.kind.end", "landmark")
        .only(Audience.ASSISTANT);
  }

  @Bean
  static NoticeKind payoutDetailsKind() {
    return NoticeKind.mailed(PayoutNotices.DETAILS, Topic.MONEY, "payouts.kind.details", "landmark")
        .only(Audience.ASSISTANT);
  }
}
