package org.diestra.hiring.jobs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.diestra.hiring.jobs.Volume.Rhythm;
import org.diestra.hiring.jobs.Volume.Span;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** Reads what is paid at most, for how much work, in which languages, from when on. */
final class ConditionsReading {
  private static final long MOST = 100_000_000_00L;
  private final ConditionsForm form;
  private final Problems problems;
  private final Typed typed;

  ConditionsReading(ConditionsForm form, Problems problems) {
    this.form = form;
    this.problems = problems;
    this.typed = new Typed(problems);
  }

  @Nullable Pay pay() {
    var currency = currency(form.currency());
    if (currency == null) {
      problems.add("currency", "jobs.conditions.currency.missing");
      return null;
    }
    if (!byHour() && !byTask()) {
      problems.add("unit", "jobs.conditions.unit.missing");
      return null;
    }
    var hourly = byHour() ? ceiling("hourly", form.hourly(), currency, problems) : null;
    var perTask = byTask() ? ceiling("perTask", form.perTask(), currency, problems) : null;
    return byHour() == (hourly == null) || byTask() == (perTask == null)
        ? null
        : new Pay(hourly, perTask);
  }

  /** An amount above zero; null where it is none. */
  static @Nullable Money ceiling(
      String field, @Nullable String typed, Currency currency, Problems problems) {
    var amount = Money.read(typed == null ? "" : typed, currency);
    if (amount.isEmpty() || !amount.get().isPositive() || amount.get().minor() > MOST) {
      problems.add(field, "jobs.conditions.rate.wrong");
      return null;
    }
    return amount.get();
  }

  @Nullable Volume volume() {
    var hours =
        byHour()
            ? amount(
                "hoursWeek",
                form.hoursWeek(),
                Volume.MOST_HOURS,
                "jobs.conditions.hours-week.wrong")
            : Integer.valueOf(0);
    var tasks =
        byTask()
            ? amount("tasks", form.tasks(), Volume.MOST_TASKS, "jobs.conditions.tasks.wrong")
            : Integer.valueOf(0);
    var span = Arrays.stream(Span.values()).filter(s -> s.slug().equals(form.span())).findFirst();
    if (span.isEmpty()) {
      problems.add("span", "jobs.conditions.span.missing");
    }
    var rhythm =
        Arrays.stream(Rhythm.values()).filter(r -> r.slug().equals(form.rhythm())).findFirst();
    return hours == null || tasks == null || span.isEmpty()
        ? null
        : new Volume(hours, tasks, rhythm.orElse(Rhythm.ONCE), span.get());
  }

  private @Nullable Integer amount(String field, @Nullable String text, int most, String wrong) {
    var amount = typed.number(field, text, 1, most, wrong);
    if (amount == null) {
      problems.add(field, wrong, 1, most);
    }
    return amount;
  }

  List<Fluency> languages() {
    var found = new ArrayList<Fluency>();
    language("language1", form.language1(), form.level1(), found);
    language("language2", form.language2(), form.level2(), found);
    language("language3", form.language3(), form.level3(), found);
    if (found.isEmpty()) {
      problems.add("language1", "jobs.conditions.language.missing");
    }
    return found;
  }

  private void language(
      String field, @Nullable String code, @Nullable String level, List<Fluency> into) {
    if (code == null || code.isEmpty()) {
      return;
    }
    var known = Arrays.stream(Level.values()).filter(l -> l.name().equals(level)).findFirst();
    var fluency = known.flatMap(l -> Fluency.read(code + "-" + l.name()));
    if (fluency.isEmpty()) {
      problems.add(field.replace("language", "level"), "jobs.conditions.level.missing");
    } else if (into.stream().noneMatch(f -> f.language().equals(code))) {
      into.add(fluency.get());
    }
  }

  /** Null for as soon as possible. */
  @Nullable LocalDate start(LocalDate today) {
    var text = Typed.line(form.start());
    if (text.isEmpty()) {
      return null;
    }
    try {
      var date = LocalDate.parse(text);
      if (date.isBefore(today) || date.isAfter(today.plusYears(1))) {
        problems.add("start", "jobs.conditions.start.range");
      }
      return date;
    } catch (DateTimeParseException malformed) {
      problems.add("start", "jobs.conditions.start.wrong");
      return null;
    }
  }

  private boolean byHour() {
    return "hour".equals(form.unit()) || "either".equals(form.unit());
  }

  private boolean byTask() {
    return "task".equals(form.unit()) || "either".equals(form.unit());
  }

  private static @Nullable Currency currency(@Nullable String code) {
    try {
      var found = Currency.getInstance(code == null ? "" : code);
      return found.getDefaultFractionDigits() < 0 ? null : found;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
