package org.diestra.money.cards;

import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.payouts.PayoutWay;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.timers.Every;
import org.diestra.platform.timers.Timer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class CardsConfiguration {
  @Bean
  static StripeSettings stripeSettings(Environment settings) {
    return new StripeSettings(
        settings.getProperty("diestra.stripe-key", ""),
        split(settings.getProperty("diestra.stripe-webhook-secrets", "")).toList(),
        settings.getProperty("diestra.stripe-api", StripeSettings.STRIPE).replaceFirst("/$", ""),
        split(settings.getProperty("diestra.stripe-currencies", "EUR"))
            .map(Currency::getInstance)
            .collect(Collectors.toSet()));
  }

  private static Stream<String> split(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(text -> !text.isEmpty());
  }

  @Bean
  static Timer cardNews(ObjectProvider<News> news) {
    return new Timer(News.NEWS, (key, due) -> news.getObject().read(key));
  }

  /** What Stripe took for itself, what was put in, and what nobody called out. */
  @Bean
  static Every cardMovements(ObjectProvider<Movements> movements) {
    return Every.interval(
        "cards:movements", Duration.ofHours(6), () -> movements.getObject().run());
  }

  @Bean
  static OperatorEntry cardsEntry(ObjectProvider<CardDesk> desk) {
    return new OperatorEntry(
        DeskController.PAGE, "cards.nav", "credit-card", 78, () -> desk.getObject().waiting());
  }

  @Bean
  static PayoutWay cardsWay(StripeSettings settings) {
    return new PayoutWay(
        ConnectController.PAGE, "cards.account", "cards.account.why", settings.known());
  }

  /** Names of what was heard are kept for longer than anybody may send it again. */
  @Bean
  static Every cardHooksForgotten(ObjectProvider<Hooks> hooks) {
    return Every.interval(
        "cards:forget",
        Duration.ofHours(6),
        () -> {
          hooks.getObject().again();
          hooks.getObject().forget();
        });
  }
}
