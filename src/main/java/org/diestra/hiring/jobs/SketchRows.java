package org.diestra.hiring.jobs;

import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.hiring.jobs.Volume.Rhythm;
import org.diestra.hiring.jobs.Volume.Span;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a {@link Sketch} stands in its columns. */
@Component
class SketchRows {
  private static final TypeReference<Map<String, List<String>>> ANSWERS = new TypeReference<>() {};
  private final JsonMapper json;

  SketchRows(JsonMapper json) {
    this.json = json;
  }

  void write(Sketch sketch, Map<String, @Nullable Object> row) {
    row.put("title", sketch.title());
    row.put("about", sketch.about());
    row.put("areas", array(sketch.areas(), Area::name));
    row.put("answers", json.writeValueAsString(sketch.answers()));
    row.put("languages", array(sketch.languages(), Fluency::toString));
    row.put("startOn", sketch.start());
    row.put("questions", array(sketch.questions(), Question::text));
    row.put("instructions", sketch.instructions());
    row.put("manual", sketch.manual() == null ? null : sketch.manual().name());
    pay(sketch.pay(), row);
    volume(sketch.volume(), row);
    overlap(sketch.overlap(), row);
  }

  Sketch read(ResultSet r) throws SQLException {
    return new Sketch(
        text(r, "title"),
        text(r, "about"),
        texts(r, "areas").stream().map(Area::valueOf).collect(Collectors.toSet()),
        json.readValue(text(r, "answers"), ANSWERS),
        pay(r),
        volume(r),
        texts(r, "languages").stream().flatMap(l -> Fluency.read(l).stream()).toList(),
        overlap(r),
        dateOrNull(r, "start_on"),
        texts(r, "questions").stream().map(Question::new).toList(),
        text(r, "instructions"),
        labelOrNull(r, "manual", Manual.class));
  }

  private static void pay(@Nullable Pay pay, Map<String, @Nullable Object> row) {
    row.put("hourly", pay == null ? null : minor(pay.hourly()));
    row.put("perTask", pay == null ? null : minor(pay.perTask()));
    row.put("currency", pay == null ? null : pay.currency().getCurrencyCode());
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  private static @Nullable Pay pay(ResultSet r) throws SQLException {
    if (textOrNull(r, "currency") == null) {
      return null;
    }
    return new Pay(moneyOrNull(r, "hourly", "currency"), moneyOrNull(r, "per_task", "currency"));
  }

  private static void volume(@Nullable Volume volume, Map<String, @Nullable Object> row) {
    row.put("hoursWeek", volume == null ? null : volume.hoursWeek());
    row.put("tasks", volume == null ? null : volume.tasks());
    row.put("rhythm", volume == null ? null : volume.rhythm().name());
    row.put("span", volume == null ? null : volume.span().name());
  }

  private static @Nullable Volume volume(ResultSet r) throws SQLException {
    var hours = integerOrNull(r, "hours_week");
    var tasks = integerOrNull(r, "tasks");
    if (hours == null || tasks == null) {
      return null;
    }
    return new Volume(hours, tasks, label(r, "rhythm", Rhythm.class), label(r, "span", Span.class));
  }

  private static void overlap(@Nullable Overlap overlap, Map<String, @Nullable Object> row) {
    var week = overlap == null ? null : overlap.week();
    row.put("overlap", overlap == null ? null : overlap.hours());
    row.put("week", week == null ? null : week.hours());
    row.put("zone", week == null ? null : week.zone().getId());
  }

  private static @Nullable Overlap overlap(ResultSet r) throws SQLException {
    var hours = integerOrNull(r, "overlap");
    var week = textOrNull(r, "week");
    if (hours == null) {
      return null;
    }
    return week == null
        ? Overlap.NONE
        : new Overlap(new WorkWeek(week, ZoneId.of(text(r, "zone"))), hours);
  }

  private static <T> String[] array(Collection<T> values, Function<T, String> text) {
    return values.stream().map(text).toArray(String[]::new);
  }
}
