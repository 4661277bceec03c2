package org.diestra.hiring.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo's jobs, one and more in each area, read from the text beside this class. */
@Component
class JobsDemo implements DemoPart {
  private static final Currency EURO = Currency.getInstance("EUR");
  private static final DayOfWeek[] WORKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };
  private final Writing writing;
  private final Publishing publishing;

  JobsDemo(Writing writing, Publishing publishing) {
    this.writing = writing;
    this.publishing = publishing;
  }

  @Override
  public String name() {
    return "jobs:posts";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public void play(Cast cast) {
    post(cast, text("demo.data.txt"));
  }

  /** All that stands in a text. */
  void post(Cast cast, String text) {
    for (var block : text.split("(?m)^=== ", -1)) {
      if (!block.isBlank()) {
        publish(cast, block);
      }
    }
  }

  private void publish(Cast cast, String block) {
    var client = cast.viewer(block.lines().findFirst().orElseThrow().strip());
    var sketch = sketch(block, client.zone());
    var id = writing.begin(client, client.memberships().getFirst().organisation(), sketch);
    var version = writing.open(client, id).job().post().version();
    if (publishing.publish(client, id, version) instanceof Outcome.Refused<Job>(var why)) {
      throw new IllegalStateException(sketch.title() + ": " + why);
    }
  }

  private static Sketch sketch(String block, ZoneId zone) {
    int cut = block.indexOf("\ninstructions:");
    var said = new HashMap<String, String>();
    var questions = new ArrayList<Question>();
    block
        .substring(0, cut)
        .lines()
        .skip(1)
        .map(line -> line.split(": ", 2))
        .forEach(pair -> {
          if (pair[0].equals("question")) {
            questions.add(new Question(pair[1]));
          } else {
            said.put(pair[0], pair[1]);
          }
        });
    return new Sketch(
        said(said, "title"),
        said(said, "about"),
        areas(said(said, "areas")),
        Map.of(),
        new Pay(amount(said.get("hour")), amount(said.get("task"))),
        volume(said(said, "volume").split(" ")),
        languages(said(said, "languages")),
        overlap(said(said, "overlap").split(" "), zone),
        null,
        questions,
        block.substring(cut + "\ninstructions:".length()).strip(),
        Manual.valueOf(said(said, "manual")));
  }

  private static String said(Map<String, String> said, String key) {
    return Objects.requireNonNull(said.get(key), key);
  }

  private static Set<Area> areas(String slugs) {
    var areas = EnumSet.noneOf(Area.class);
    for (var slug : slugs.split(" ")) {
      areas.add(Area.valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
    return areas;
  }

  private static @Nullable Money amount(@Nullable String text) {
    return text == null ? null : Money.of(new BigDecimal(text), EURO);
  }

  private static Volume volume(String[] cells) {
    return new Volume(
        Integer.parseInt(cells[0]),
        Integer.parseInt(cells[1]),
        Volume.Rhythm.valueOf(cells[2]),
        Volume.Span.valueOf(cells[3]));
  }

  private static List<Fluency> languages(String text) {
    return Arrays.stream(text.split(" ")).map(word -> Fluency.read(word).orElseThrow()).toList();
  }

  private static Overlap overlap(String[] cells, ZoneId zone) {
    int hours = Integer.parseInt(cells[0]);
    return hours == 0
        ? Overlap.NONE
        : new Overlap(
            WorkWeek.daily(zone, Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), WORKDAYS),
            hours);
  }

  static String text(String file) {
    try (var in = Objects.requireNonNull(JobsDemo.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
