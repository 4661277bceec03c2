package org.diestra.platform.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.diestra.Browsing;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.base.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day's rates as they come from afar. Its days lie before all others of the tests' house. */
@HouseTest
class EcbRatesTests extends Browsing {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency ISK = Currency.getInstance("ISK");
  private static final String DAILY = "eurofxref-daily.xml";
  private static final String MONTHS = "eurofxref-hist-90d.xml";
  @Autowired private EcbRates ecb;
  @Autowired private Exchange exchange;
  @Autowired private People people;
  @Autowired private JdbcClient jdbc;
  private final FarBank bank = new FarBank();

  @BeforeEach
  @AfterEach
  void nothingOfIt() {
    jdbc.sql("delete from exchange.daily where day < '2002-01-01'").update();
    jdbc.sql("delete from exchange.rate where currency = 'ISK'").update();
    jdbc.sql("delete from exchange.asked").update();
    exchange.forget();
  }

  @AfterEach
  void close() {
    bank.close();
  }

  private String rate(Currency from, Currency to, String day) {
    return exchange
        .on(from, to, LocalDate.parse(day))
        .map(r -> r.rate().stripTrailingZeros().toPlainString() + " of " + r.day())
        .orElse("none");
  }

  @Test
  void theFirstTimeAllOfNinetyDaysComeAndThenEachDay() {
    bank.holds(DAILY, "2001-03-09 USD 0.8 ISK 80");
    bank.holds(MONTHS, "2001-03-09 USD 0.8 ISK 80", "2001-03-08 USD 1.25", "2001-03-07 USD 1");
    assertThat(ecb.fetch(bank.address())).isNull();
    assertThat(bank.asked()).containsExactly(DAILY, MONTHS);
    assertThat(rate(USD, EUR, "2001-03-08")).isEqualTo("0.8 of 2001-03-08");
    bank.holds(DAILY, "2001-03-12 USD 0.5 ISK 81"); // the Monday after
    assertThat(ecb.fetch(bank.address())).isNull();
    assertThat(bank.asked()).containsExactly(DAILY);
    bank.holds(DAILY, "2001-03-15 USD 0.4 ISK 82");
    ecb.fetch(bank.address());
    assertThat(bank.asked()).containsExactly(DAILY, MONTHS);
    assertThat(exchange.convert(Money.of(8_200, "ISK"), EUR)).contains(Money.of(100 * 100, "EUR"));
  }

  @Test
  void aDayWithoutRatesGoesByTheLastOneBeforeIt() {
    bank.holds(DAILY, "2001-03-09 USD 0.8 ISK 80").holds(MONTHS, "2001-03-09 USD 0.8 ISK 80");
    ecb.fetch(bank.address());
    assertThat(rate(USD, EUR, "2001-03-11")).isEqualTo("1.25 of 2001-03-09");
    assertThat(rate(EUR, USD, "2001-03-19")).isEqualTo("0.8 of 2001-03-09");
    assertThat(rate(USD, ISK, "2001-03-10")).isEqualTo("100 of 2001-03-09");
    assertThat(rate(USD, EUR, "2001-03-20")).isEqualTo("none");
    assertThat(rate(USD, EUR, "2001-03-08")).isEqualTo("none");
    assertThat(rate(EUR, EUR, "2001-03-10")).isEqualTo("none");
    var day = exchange.on(USD, EUR, LocalDate.of(2001, 3, 9)).orElseThrow();
    assertThat(day.convert(Money.of(1_002, "USD"))).isEqualTo(Money.of(1_253, "EUR"));
  }

  @Test
  void whatWasPublishedStaysAndWhatGoesWrongIsShownToTheOperator() throws Exception {
    bank.holds(DAILY, "2001-03-09 USD 0.8").holds(MONTHS, "2001-03-09 USD 0.8");
    ecb.fetch(bank.address());
    bank.holds(DAILY, "2001-03-09 USD 9");
    ecb.fetch(bank.address());
    assertThat(rate(USD, EUR, "2001-03-09")).isEqualTo("1.25 of 2001-03-09");
    bank.says(DAILY, "<html>Maintenance</html>");
    assertThat(ecb.fetch(bank.address())).isEqualTo("exchange.fault.unreadable");
    assertThat(ecb.asked().orElseThrow().fault()).isEqualTo("exchange.fault.unreadable");
    assertThat(text(people.operator("Olga"), "/operator/exchange"))
        .contains("European Central Bank", "The house asks nobody");
    assertThat(ecb.fetch("http://10.0.0.1/")).isEqualTo("fetching.fault.private");
  }

  @Test
  void daysInBetweenAreAskedForUntilTheyCome() {
    bank.holds(DAILY, "2001-03-09 USD 0.8").holds(MONTHS, "2001-03-09 USD 0.8");
    ecb.fetch(bank.address());
    bank.holds(DAILY, "2001-03-15 USD 0.4").says(MONTHS, "<html>Maintenance</html>");
    assertThat(ecb.fetch(bank.address())).isEqualTo("exchange.fault.unreadable");
    assertThat(rate(USD, EUR, "2001-03-14")).isEqualTo("1.25 of 2001-03-09");
    bank.holds(MONTHS, "2001-03-15 USD 0.4", "2001-03-14 USD 0.5");
    assertThat(ecb.fetch(bank.address())).isNull();
    assertThat(rate(USD, EUR, "2001-03-14")).isEqualTo("2 of 2001-03-14");
  }

  @Test
  void ratesOfDaysAheadAreNone() {
    bank.holds(DAILY, "2999-01-04 USD 0.8").holds(MONTHS, "2999-01-04 USD 0.8");
    assertThat(ecb.fetch(bank.address())).isEqualTo("exchange.fault.unreadable");
    assertThat(ecb.newest()).isNotEqualTo(Optional.of(LocalDate.of(2999, 1, 4)));
  }
}
