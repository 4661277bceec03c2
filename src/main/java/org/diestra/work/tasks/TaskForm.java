package org.diestra.work.tasks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.work.contracts.Pay;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;

/**
 * A task, as a browser sends it.
 *
 * @param procedure its id as a text, or empty for a free task
 * @param criteria a line each
 * @param pays {@code price} or {@code hours}
 * @param day by which it is due, or empty; ISO 8601
 * @param time on that day, or empty for its end of work; ISO 8601
 * @param repeat how it comes again, or empty for once
 * @param every how many periods lie between two
 * @param until the last day it may be due, or empty; ISO 8601
 * @param seen the version that was on the page, for one that is proposed otherwise
 */
record TaskForm(
    @Nullable String title,
    @Nullable String brief,
    @Nullable String procedure,
    @Nullable String criteria,
    @Nullable String pays,
    @Nullable String price,
    @Nullable String hours,
    @Nullable String day,
    @Nullable String time,
    @Nullable String zone,
    @Nullable String repeat,
    @Nullable String every,
    @Nullable String until,
    int seen) {
  static final String PRICE = "price";
  static final String HOURS = "hours";
  private static final LocalTime END_OF_WORK = LocalTime.of(17, 0);

  static TaskForm blank(Pay pay, ZoneId zone, @Nullable String procedure) {
    var price = pay.task();
    return new TaskForm(
        "",
        "",
        procedure,
        "",
        price == null ? HOURS : PRICE,
        price == null ? "" : price.amount().toPlainString(),
        "",
        "",
        END_OF_WORK.toString(),
        zone.getId(),
        "",
        "1",
        "",
        0);
  }

  /** The same as another page begins it: minutes of a meeting, say. */
  TaskForm begun(String called, String said) {
    return new TaskForm(
        called, said, procedure, criteria, pays, price, hours, day, time, zone, repeat, every,
        until, seen);
  }

  static TaskForm of(Facts facts, ZoneId usual) {
    var work = facts.work();
    var due = work.due();
    var at = due == null ? null : due.at().atZone(due.zone());
    return new TaskForm(
        work.title(),
        work.brief(),
        work.procedure() == null ? "" : work.procedure().toString(),
        work.criteria().stream().map(Criterion::text).collect(Collectors.joining("\n")),
        work.price() == null ? HOURS : PRICE,
        work.price() == null ? "" : work.price().amount().toPlainString(),
        work.hours() == null ? "" : work.hours().toString(),
        at == null ? "" : at.toLocalDate().toString(),
        at == null ? END_OF_WORK.toString() : at.toLocalTime().toString(),
        due == null ? usual.getId() : due.zone().getId(),
        work.repeats() == null ? "" : work.repeats().kind().slug(),
        work.repeats() == null ? "1" : String.valueOf(work.repeats().every()),
        work.repeats() == null || work.repeats().until() == null
            ? ""
            : work.repeats().until().toString(),
        facts.version());
  }

  /** Null where there are problems. */
  @Nullable Work read(Pay pay, List<ZoneId> zones, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("title", title, Work.LONGEST_TITLE, "tasks.title.missing");
    var said = typed.text("brief", brief, Work.LONGEST_BRIEF);
    var accepted = criteria(problems);
    var money = PRICE.equals(pays) ? price(pay, problems) : null;
    var length = HOURS.equals(pays) ? hours(pay, typed, problems) : null;
    if (!PRICE.equals(pays) && !HOURS.equals(pays)) {
      problems.add("pays", "tasks.pays.choose");
    }
    var due = due(day, time, zone, zones, problems);
    var by = procedure(problems);
    var again = repeats(typed, due, problems);
    return problems.any()
        ? null
        : new Work(
            called, said, by, accepted, money, length, due, again, again == null ? null : due);
  }

  private @Nullable Repeat repeats(Typed typed, @Nullable Due due, Problems problems) {
    if (Typed.line(repeat).isEmpty()) {
      return null;
    }
    var kind = Repeats.of(repeat);
    if (kind.isEmpty()) {
      problems.add("repeat", "tasks.repeat.choose");
    }
    var times = typed.number("every", every, 1, Repeat.MOST_EVERY, "tasks.rounds.wrong");
    if (due == null) {
      problems.add("day", "tasks.repeat.day");
      return null;
    }
    var last = until(due, problems);
    return kind.map(k -> new Repeat(k, times == null ? 1 : times, last)).orElse(null);
  }

  private @Nullable LocalDate until(Due due, Problems problems) {
    if (Typed.line(until).isEmpty()) {
      return null;
    }
    try {
      var last = LocalDate.parse(Typed.line(until));
      if (last.getYear() <= 2200 && !last.isBefore(LocalDate.ofInstant(due.at(), due.zone()))) {
        return last;
      }
    } catch (DateTimeException wrong) {
      // the same is said of what is no day and of what lies before the first
    }
    problems.add("until", "tasks.repeat.until.wrong");
    return null;
  }

  private @Nullable ProcedureId procedure(Problems problems) {
    if (procedure == null || procedure.isEmpty()) {
      return null;
    }
    var id = Ids.read(procedure);
    if (id.isEmpty()) {
      problems.add("procedure", "tasks.procedure.gone");
      return null;
    }
    return new ProcedureId(id.get());
  }

  private List<Criterion> criteria(Problems problems) {
    var lines =
        Typed.text(criteria)
            .lines()
            .map(line -> line.strip().replaceFirst("^[-*•]\\s+", ""))
            .filter(line -> !line.isEmpty())
            .toList();
    if (lines.isEmpty()) {
      problems.add("criteria", "tasks.criteria.missing");
    } else if (lines.size() > Work.MOST_CRITERIA) {
      problems.add("criteria", "tasks.criteria.many", Work.MOST_CRITERIA);
    }
    lines.stream()
        .filter(line -> line.length() > Criterion.LONGEST)
        .findFirst()
        .ifPresent(line ->
            problems.add(
                "criteria", "tasks.criteria.long", Criterion.LONGEST, line.substring(0, 40)));
    return lines.stream().map(line -> new Criterion(Ids.fresh(), line)).toList();
  }

  private @Nullable Money price(Pay pay, Problems problems) {
    if (pay.task() == null) {
      problems.add("pays", "tasks.pays.not-agreed");
    }
    return amount("price", price, pay.currency(), problems);
  }

  /** Above zero; null, with its problem told, for anything else. */
  static @Nullable Money amount(
      String field, @Nullable String typed, Currency currency, Problems problems) {
    var money = Money.read(Typed.line(typed), currency).filter(Money::isPositive);
    if (money.isEmpty()) {
      problems.add(field, "tasks.price.wrong");
    }
    return money.orElse(null);
  }

  private @Nullable Integer hours(Pay pay, Typed typed, Problems problems) {
    if (pay.hour() == null && pay.retainer() == null) {
      problems.add("pays", "tasks.pays.not-agreed");
    }
    var read = typed.number("hours", hours, 1, Work.MOST_HOURS, "tasks.hours.wrong");
    if (read == null && problems.at("hours") == null) {
      problems.add("hours", "tasks.hours.wrong", 1, Work.MOST_HOURS);
    }
    return read;
  }

  /** Null where no day was typed, or where it is none, which then is a problem. */
  static @Nullable Due due(
      @Nullable String day,
      @Nullable String time,
      @Nullable String zone,
      List<ZoneId> zones,
      Problems problems) {
    if (Typed.line(day).isEmpty()) {
      return null;
    }
    var in = zones.stream().filter(z -> z.getId().equals(zone)).findFirst();
    if (in.isEmpty()) {
      problems.add("zone", "tasks.zone.choose");
      return null;
    }
    try {
      var clock = Typed.line(time).isEmpty() ? END_OF_WORK : LocalTime.parse(Typed.line(time));
      var date = LocalDate.parse(Typed.line(day));
      if (date.getYear() < 2000 || date.getYear() > 2200) {
        throw new DateTimeException(day);
      }
      return new Due(date.atTime(clock).atZone(in.get()).toInstant(), in.get());
    } catch (DateTimeException wrong) {
      problems.add("day", "tasks.day.wrong");
      return null;
    }
  }
}
