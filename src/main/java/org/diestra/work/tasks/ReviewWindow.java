package org.diestra.work.tasks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Deadline;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.timers.Timers;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.tasks.Task.Delivered;
import org.springframework.stereotype.Component;

/**
 * How long the client has to look at a delivery, and when it is reminded: after half of the time,
 * after four fifths, and a day before its end.
 */
@Component
class ReviewWindow {
  static final String REMIND = "tasks:remind";
  static final String CLOSE = "tasks:close";
  private static final Duration LAST = Duration.ofHours(24);
  private final Contracts contracts;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Exchange exchange;
  private final Timers timers;
  private final TaskRules rules;

  ReviewWindow(
      Contracts contracts,
      Accounts accounts,
      Organisations organisations,
      Exchange exchange,
      Timers timers,
      TaskRules rules) {
    this.contracts = contracts;
    this.accounts = accounts;
    this.organisations = organisations;
    this.exchange = exchange;
    this.timers = timers;
    this.rules = rules;
  }

  /** The end of its last day, in the later of both sides' zones. */
  Instant closesAt(Facts facts, Instant delivered) {
    int days = contracts.terms(facts.place().contract()).reviewDays();
    var price = facts.work().price();
    if (price != null && micro(price)) {
      days = Math.min(days, rules.microDays());
    }
    return Deadline.after(delivered, days, zones(facts));
  }

  private boolean micro(Money price) {
    var most = Money.of(BigDecimal.valueOf(rules.microEuros()), Exchange.REFERENCE);
    return exchange.convert(price, Exchange.REFERENCE).filter(m -> !m.isMoreThan(most)).isPresent();
  }

  private List<ZoneId> zones(Facts facts) {
    var assistant = accounts.contact(facts.place().assistant()).orElseThrow(NotFound::new).zone();
    return List.of(organisations.get(facts.place().organisation()).zone(), assistant);
  }

  /** When silence will be reminded, in order. */
  static List<Instant> reminders(Instant from, Instant to) {
    var time = Duration.between(from, to);
    return Stream.of(
            from.plus(time.dividedBy(2)),
            from.plus(time.multipliedBy(4).dividedBy(5)),
            to.minus(LAST))
        .filter(at -> at.isAfter(from))
        .distinct()
        .sorted()
        .toList();
  }

  void open(Delivered it) {
    var key = it.facts().id().toString();
    reminders(it.facts().since(), it.closesAt()).forEach(at -> timers.at(at, REMIND, key));
    timers.at(it.closesAt(), CLOSE, key);
  }

  void shut(TaskId task) {
    timers.cancel(REMIND, task.toString());
    timers.cancel(CLOSE, task.toString());
  }
}
