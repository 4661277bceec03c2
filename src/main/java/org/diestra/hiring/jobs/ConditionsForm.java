package org.diestra.hiring.jobs;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.diestra.platform.accounts.Organisations.Organisation;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The third step: pay, amount of work, languages, hours.
 *
 * @param unit hour, task or either
 * @param overlap none, or some
 * @param from the client's first hour of a day, 0–23, on the clock of {@code zone}
 * @param to the hour at which the client's day ends, 1–24
 */
record ConditionsForm(
    @Nullable String unit,
    @Nullable String currency,
    @Nullable String hourly,
    @Nullable String perTask,
    @Nullable String hoursWeek,
    @Nullable String tasks,
    @Nullable String rhythm,
    @Nullable String span,
    @Nullable String language1,
    @Nullable String level1,
    @Nullable String language2,
    @Nullable String level2,
    @Nullable String language3,
    @Nullable String level3,
    @Nullable String overlap,
    @Nullable String hours,
    @Nullable List<String> days,
    @Nullable String from,
    @Nullable String to,
    @Nullable String zone,
    @Nullable String start,
    @Nullable String version) {

  static ConditionsForm of(Sketch sketch, Organisation client, int version) {
    var pay = sketch.pay();
    var volume = sketch.volume();
    var week = OverlapReading.Day.of(sketch.overlap());
    return new ConditionsForm(
        pay == null
            ? "hour"
            : pay.units().size() == 2 ? "either" : pay.hourly() == null ? "task" : "hour",
        (pay == null ? client.currency() : pay.currency()).getCurrencyCode(),
        pay == null ? null : typed(pay.hourly()),
        pay == null ? null : typed(pay.perTask()),
        volume == null || volume.hoursWeek() == 0 ? null : String.valueOf(volume.hoursWeek()),
        volume == null || volume.tasks() == 0 ? null : String.valueOf(volume.tasks()),
        volume == null ? "month" : volume.rhythm().slug(),
        volume == null ? null : volume.span().slug(),
        language(sketch, 0),
        level(sketch, 0),
        language(sketch, 1),
        level(sketch, 1),
        language(sketch, 2),
        level(sketch, 2),
        sketch.overlap() == null ? null : sketch.overlap().hours() == 0 ? "none" : "some",
        sketch.overlap() == null || sketch.overlap().hours() == 0
            ? null
            : String.valueOf(sketch.overlap().hours()),
        week.days().stream().map(d -> String.valueOf(d.getValue())).toList(),
        String.valueOf(week.from()),
        String.valueOf(week.to()),
        (week.zone() == null ? client.zone() : week.zone()).getId(),
        sketch.start() == null ? null : sketch.start().toString(),
        String.valueOf(version));
  }

  List<String> chosenDays() {
    return days == null ? List.of() : days;
  }

  /**
   * @param today the client's, before which no work can begin
   */
  UnaryOperator<Sketch> read(LocalDate today, Problems problems) {
    var reading = new ConditionsReading(this, problems);
    var pay = reading.pay();
    var volume = reading.volume();
    var languages = reading.languages();
    var shared = new OverlapReading(this, problems).read();
    var begins = reading.start(today);
    return sketch ->
        pay == null || volume == null || shared == null
            ? sketch
            : sketch.withConditions(pay, volume, languages, shared, begins);
  }

  private static @Nullable String typed(@Nullable Money money) {
    return money == null ? null : money.amount().toPlainString();
  }

  private static @Nullable String language(Sketch sketch, int n) {
    return n < sketch.languages().size() ? sketch.languages().get(n).language() : null;
  }

  private static @Nullable String level(Sketch sketch, int n) {
    return n < sketch.languages().size() ? sketch.languages().get(n).level().name() : null;
  }
}
