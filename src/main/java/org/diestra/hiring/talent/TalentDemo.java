package org.diestra.hiring.talent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.diestra.hiring.talent.Profile.Evidence;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Post;
import org.diestra.hiring.talent.Profile.Service;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.demo.Assistant;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/**
 * The demo's profiles: what each assistant does best, in the words of the text beside this class.
 */
@Component
class TalentDemo implements DemoPart {
  private static final DayOfWeek[] WORKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };
  private final Profiles profiles;
  private final Items items;

  TalentDemo(Profiles profiles, Items items) {
    this.profiles = profiles;
    this.items = items;
  }

  /** What somebody of that trade says about the own work. */
  private record Voice(
      String locale,
      String area,
      String title,
      String summary,
      String job,
      String employer,
      List<String> tools) {}

  @Override
  public String name() {
    return "talent:profiles";
  }

  @Override
  public int order() {
    return 10;
  }

  @Override
  public void play(Cast cast) {
    var voices = voices();
    int n = 0;
    for (var assistant : cast.assistants()) {
      profile(cast, assistant, voice(voices, assistant, n), n);
      n++;
    }
  }

  private void profile(Cast cast, Assistant assistant, Voice voice, int n) {
    var viewer = cast.viewer(assistant.email());
    var person = profiles.of(viewer).person();
    profiles.basics(person, voice.title(), voice.summary()).orFail();
    int years = assistant.years();
    for (var area : assistant.areas()) {
      profiles.put(person, new Evidence(area, years, voice.tools(), null)).orFail();
      years = Math.max(1, years - 2);
    }
    profiles.languages(person, assistant.languages()).orFail();
    int to = Math.min(24, assistant.from() + 8);
    var week = WorkWeek.daily(assistant.zone(), assistant.from(), to, WORKDAYS);
    profiles.hours(person, week, 10 + n % 4 * 10, null).orFail();
    profiles.rate(person, Money.of(assistant.rate(), "EUR")).orFail();
    history(person, assistant, voice, n);
    if (n % 3 == 0) {
      items.add(person, service(assistant)).orFail();
    }
    profiles.publish(person).orFail();
  }

  private void history(PersonId person, Assistant assistant, Voice voice, int n) {
    int from = 2026 - assistant.years();
    boolean spanish = assistant.locale().equals("es");
    var end = n % 2 == 0 ? null : YearMonth.of(2024, 1 + n % 12);
    items
        .add(
            person,
            new Post(
                new ItemId(Ids.fresh()),
                voice.job(),
                voice.employer(),
                YearMonth.of(from, 1 + n % 12),
                end == null || end.getYear() <= from ? null : end,
                assistant.areas().contains(Area.ADMIN),
                spanish
                    ? "Responsable de que cada asunto tuviera fecha y dueño."
                    : "Made sure that everything had an owner and a date."))
        .orFail();
  }

  private static Service service(Assistant assistant) {
    boolean spanish = assistant.locale().equals("es");
    return new Service(
        new ItemId(Ids.fresh()),
        spanish ? "Primer mes a prueba: poner orden" : "A first month: putting things in order",
        spanish
            ? "Reviso lo que hay, propongo un orden y dejo las reglas por escrito."
            : "I look at what is there, propose an order and leave the rules in writing.",
        Money.of(assistant.rate() * 10, "EUR"),
        20);
  }

  private static Voice voice(List<Voice> voices, Assistant assistant, int n) {
    var fitting =
        voices.stream()
            .filter(v -> v.locale().equals(assistant.locale()))
            .filter(v -> v.area().equals(assistant.areas().getFirst().slug()))
            .toList();
    return fitting.get(n % fitting.size());
  }

  private static List<Voice> voices() {
    var voices = new ArrayList<Voice>();
    for (var line : text().split("\n")) {
      var cells = line.split("\\|");
      voices.add(
          new Voice(
              cells[0],
              cells[1],
              cells[2],
              cells[3].replace("\\n", "\n"),
              cells[4],
              cells[5],
              Arrays.asList(cells[6].split(", "))));
    }
    return voices;
  }

  private static String text() {
    try (var in = Objects.requireNonNull(TalentDemo.class.getResourceAsStream("demo.data.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
