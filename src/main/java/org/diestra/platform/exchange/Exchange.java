package org.diestra.platform.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to reference rates. */
@Service
public class Exchange {
  /** What amounts of all currencies are compared in. */
  public static final Currency REFERENCE = Currency.getInstance("EUR");

  /** How long another node may still compare by the rates of before. */
  private static final Duration FRESH = Duration.ofMinutes(1);

  private static final int DIGITS = 10;
  private final RateStore store;
  private final DailyStore daily;
  private final Audit audit;
  private volatile @Nullable Known known;

  Exchange(RateStore store, DailyStore daily, Audit audit) {
    this.store = store;
    this.daily = daily;
    this.audit = audit;
  }

  private record Known(Map<Currency, Rate> rates, long readAt) {
    boolean fresh() {
      return System.nanoTime() - readAt < FRESH.toNanos();
    }
  }

  /** About how much that is; empty where no rate is known. Rounded half up to minor units. */
  public Optional<Money> convert(Money money, Currency to) {
    if (money.currency().equals(to)) {
      return Optional.of(money);
    }
    var rates = rates();
    var from = rates.get(money.currency());
    var into = rates.get(to);
    if (from == null || into == null) {
      return Optional.empty();
    }
    var amount =
        money.amount().multiply(into.perEuro()).divide(from.perEuro(), MathContext.DECIMAL64);
    return Optional.of(Money.of(rounded(amount, to), to));
  }

  /** The same in {@link #REFERENCE}, in minor units. */
  public Optional<Long> reference(Money money) {
    return convert(money, REFERENCE).map(Money::minor);
  }

  /** Every rate, by the currency's code. */
  public List<Rate> all() {
    return store.all();
  }

  /** Takes new rates in place of old ones; others stay. */
  @Transactional
  public void put(Collection<Rate> rates, PersonId operator) {
    store.put(rates);
    audit.record(Deed.of("exchange", "put").by(operator.value()).with("rates", rates.size()));
    known = null;
  }

  /**
   * What one unit of a currency was in another on a day: as it was published for the last working
   * day up to then; empty where nothing was within ten days. Both go by the euro.
   */
  @Transactional(readOnly = true)
  public Optional<DayRate> on(Currency from, Currency to, LocalDate day) {
    var wanted = Stream.of(from, to).filter(c -> !c.equals(REFERENCE)).distinct().toList();
    if (from.equals(to) || wanted.isEmpty()) {
      return Optional.empty();
    }
    var found = daily.on(wanted, day);
    if (found.size() != wanted.size()) {
      return Optional.empty();
    }
    var published = found.values().iterator().next().day();
    var rate = perEuro(found.get(to)).divide(perEuro(found.get(from)), new MathContext(DIGITS));
    return Optional.of(new DayRate(from, to, rate, published, "ECB"));
  }

  private static BigDecimal perEuro(@Nullable Rate rate) {
    return rate == null ? BigDecimal.ONE : rate.perEuro();
  }

  /** Rates came by another way than {@link #put}. */
  void forget() {
    known = null;
  }

  /** An operator wants the day's rates now. */
  @Transactional
  void asks(PersonId operator) {
    audit.record(Deed.of("exchange", "ask").by(operator.value()));
  }

  private Map<Currency, Rate> rates() {
    var now = known;
    if (now == null || !now.fresh()) {
      var read =
          store.all().stream().collect(Collectors.toMap(Rate::currency, Function.identity()));
      now = new Known(read, System.nanoTime());
      known = now;
    }
    return now.rates();
  }

  private static BigDecimal rounded(BigDecimal amount, Currency currency) {
    return amount.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
  }
}
