package org.diestra.platform.exchange;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.data.CannotStart;
import org.diestra.platform.exchange.DailyStore.Asked;
import org.diestra.platform.fetching.Fetched;
import org.diestra.platform.fetching.Fetcher;
import org.diestra.platform.fetching.Wish;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the European Central Bank for the day's rates, and for those of ninety days where some are
 * missing. It publishes them about 16:00 in Frankfurt, and none on days on which its payment system
 * rests.
 */
@Service
class EcbRates {
  private static final String DAILY = "eurofxref-daily.xml";
  private static final String MONTHS = "eurofxref-hist-90d.xml";
  private static final String SOURCE = "ECB";
  private static final int LARGEST = 2_000_000;
  private static final Duration WITHIN = Duration.ofSeconds(20);
  private final Fetcher fetcher;
  private final DailyStore store;
  private final Exchange exchange;
  private final Clock clock;
  private final TransactionTemplate together;
  private final String address;

  EcbRates(
      Fetcher fetcher,
      DailyStore store,
      Exchange exchange,
      Clock clock,
      PlatformTransactionManager transactions,
      @Value("${diestra.rates-url:}") String address) {
    this.fetcher = fetcher;
    this.store = store;
    this.exchange = exchange;
    this.clock = clock;
    this.together = new TransactionTemplate(transactions);
    this.address = address.isEmpty() || address.endsWith("/") ? address : address + "/";
    if (on() && Fetcher.host(this.address).isEmpty()) {
      throw new CannotStart("DIESTRA_RATES_URL: no address of the web: " + address);
    }
  }

  /** Whether the house asks at all. */
  boolean on() {
    return !address.isEmpty();
  }

  String host() {
    return Fetcher.host(address).orElse(address);
  }

  Optional<Asked> asked() {
    return store.asked();
  }

  Optional<LocalDate> newest() {
    return store.newest();
  }

  /** Asks for what is new; what goes wrong is written down for the operator. */
  void fetch() {
    if (on()) {
      fetch(address);
    }
  }

  /**
   * @param from the folder in which both lists lie, ending in a slash
   * @return of the message that says what was wrong, or null
   */
  @Nullable String fetch(String from) {
    var rates = new ArrayList<Rate>();
    var fault = read(from + DAILY, rates);
    var newest = store.newest().orElse(null);
    if (!rates.isEmpty() && gap(newest, rates.getFirst().day())) {
      fault = read(from + MONTHS, rates);
      if (fault != null) {
        rates.clear(); // kept, the day would hide that those before it are missing
      }
    }
    var said = fault;
    together.executeWithoutResult(tx -> {
      if (!rates.isEmpty()) {
        store.add(rates, SOURCE);
        store.renew();
      }
      store.note(clock.instant(), said);
    });
    exchange.forget();
    return fault;
  }

  private @Nullable String read(String file, List<Rate> into) {
    var wish = Wish.of("application/xml, text/xml", LARGEST, WITHIN);
    return switch (fetcher.get(file, wish)) {
      case Fetched.Failed(var fault, int status) -> fault.key();
      case Fetched.Unchanged unchanged -> null;
      case Fetched.Body body -> {
        var read = EcbReader.read(body.bytes()).filter(this::hasBeen);
        read.ifPresent(into::addAll);
        yield read.isPresent() ? null : "exchange.fault.unreadable";
      }
    };
  }

  /** No day of theirs is ahead: such a one would pass for the newest until it comes. */
  private boolean hasBeen(List<Rate> rates) {
    var tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    return rates.stream().allMatch(rate -> rate.day().isBefore(tomorrow));
  }

  /**
   * Whether there is a working day between what is there and what came that nothing is there of.
   */
  static boolean gap(@Nullable LocalDate newest, LocalDate came) {
    return newest == null
        || newest.isBefore(came)
            && newest
                .plusDays(1)
                .datesUntil(came)
                .anyMatch(d ->
                    d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY);
  }
}
