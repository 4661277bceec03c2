package org.diestra.office.booking;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.diestra.office.booking.Service.Terms;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.CalendarId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/** A service as a browser sends it: each field by its name, some of them several times. */
record ServiceForm(Map<String, List<String>> fields) {
  static final int QUESTIONS = 6;
  static final List<Integer> GRIDS = List.of(5, 10, 15, 20, 30, 60);
  private static final int LONGEST_SLUG = 60;

  static ServiceForm blank(ZoneId zone, PersonId host) {
    var all = new HashMap<String, List<String>>();
    Map.of(
            "minutes", "30",
            "before", "0",
            "after", "0",
            "grid", "30",
            "noticeHours", "12",
            "noticeDays", "0",
            "horizon", "60",
            "freeHours", "24",
            "zone", zone.getId(),
            "host", host.toString())
        .forEach((field, text) -> all.put(field, List.of(text)));
    all.put("open", List.of("true"));
    all.put("waiting", List.of("true"));
    all.put("mode", List.of("any"));
    return new ServiceForm(all);
  }

  static ServiceForm of(Service service, Services.Setup setup) {
    var terms = service.terms();
    var all = new HashMap<String, List<String>>();
    all.put("seen", List.of(String.valueOf(service.version())));
    all.put("name", List.of(terms.name()));
    all.put("slug", List.of(service.slug()));
    all.put("about", List.of(terms.about()));
    all.put("price", List.of(terms.price()));
    all.put("place", List.of(terms.place()));
    all.put("link", List.of(terms.link()));
    number(all, "minutes", terms.minutes());
    number(all, "before", terms.before());
    number(all, "after", terms.after());
    number(all, "grid", terms.grid());
    number(all, "noticeHours", terms.noticeHours());
    number(all, "noticeDays", terms.noticeDays());
    number(all, "horizon", terms.horizonDays());
    number(all, "freeHours", terms.freeHours());
    if (terms.perDay() > 0) {
      number(all, "perDay", terms.perDay());
    }
    if (terms.perWeek() > 0) {
      number(all, "perWeek", terms.perWeek());
    }
    all.put("mode", List.of(terms.everybody() ? "all" : "any"));
    all.put("approval", List.of(String.valueOf(terms.approval())));
    all.put("confirmMail", List.of(String.valueOf(terms.confirmMail())));
    all.put("waiting", List.of(String.valueOf(terms.waiting())));
    all.put("open", List.of(String.valueOf(service.open())));
    all.put("zone", List.of(terms.zone().getId()));
    var calendar = terms.calendar();
    all.put("calendar", List.of(calendar == null ? "" : calendar.toString()));
    all.put("watched", terms.watched().stream().map(CalendarId::toString).toList());
    all.put("host", setup.hosts().stream().map(PersonId::toString).toList());
    for (var question : setup.questions()) {
      all.put("question" + question.number(), List.of(question.text()));
      all.put("choices" + question.number(), List.of(String.join(", ", question.choices())));
      all.put("required" + question.number(), List.of(String.valueOf(question.required())));
    }
    return new ServiceForm(all);
  }

  private static void number(Map<String, List<String>> all, String field, int number) {
    all.put(field, List.of(String.valueOf(number)));
  }

  String value(String field) {
    var all = all(field);
    return all.isEmpty() ? "" : all.getFirst();
  }

  List<String> all(String field) {
    return fields.getOrDefault(field, List.of());
  }

  private boolean ticked(String field) {
    return value(field).equals("true");
  }

  boolean open() {
    return ticked("open");
  }

  int version() {
    return value("seen").matches("\\d{1,8}") ? Integer.parseInt(value("seen")) : 0;
  }

  /** What stands in the public address: what was typed, else made of the name. */
  String slug(Problems problems) {
    var typed = Typed.line(value("slug"));
    var slug = slug(typed.isEmpty() ? Typed.line(value("name")) : typed);
    if (slug.isEmpty() && problems.at("name") == null) {
      problems.add("slug", "booking.slug.wrong");
    }
    return slug;
  }

  static String slug(String text) {
    var plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    var slug = plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var cut = slug.substring(0, Math.min(slug.length(), LONGEST_SLUG));
    return cut.replaceAll("^-+|-+$", "");
  }

  /**
   * @param there the calendars that whoever fills it in can name; others that were named stay
   * @param before what was agreed until now, or null
   */
  Terms terms(Collection<Calendar> there, @Nullable Terms before, Problems problems) {
    var typed = new Typed(problems);
    return new Terms(
        typed.line("name", value("name"), 80, "booking.service.name.missing"),
        typed.text("about", value("about"), 4000),
        typed.line("price", value("price"), 80),
        typed.line("place", value("place"), 300),
        link(typed),
        number("minutes", 5, 720, 30, problems),
        number("before", 0, 240, 0, problems),
        number("after", 0, 240, 0, problems),
        GRIDS.contains(number("grid", 5, 60, 30, problems))
            ? number("grid", 5, 60, 30, problems)
            : 30,
        number("noticeHours", 0, 720, 0, problems),
        number("noticeDays", 0, 90, 0, problems),
        number("horizon", 1, 365, 60, problems),
        number("perDay", 1, 100, 0, problems),
        number("perWeek", 1, 500, 0, problems),
        value("mode").equals("all"),
        ticked("approval"),
        ticked("confirmMail"),
        ticked("waiting"),
        number("freeHours", 0, 720, 0, problems),
        zone(value("zone"), problems),
        calendar(there, before),
        watched(there, before));
  }

  private @Nullable CalendarId calendar(Collection<Calendar> there, @Nullable Terms before) {
    var unseen =
        before == null
            ? List.<CalendarId>of()
            : unseen(there, Stream.ofNullable(before.calendar()));
    return unseen.isEmpty()
        ? calendars(there, List.of(value("calendar"))).stream().findFirst().orElse(null)
        : unseen.getFirst();
  }

  private List<CalendarId> watched(Collection<Calendar> there, @Nullable Terms before) {
    var unseen = before == null ? List.<CalendarId>of() : unseen(there, before.watched().stream());
    return Stream.concat(calendars(there, all("watched")).stream(), unseen.stream()).toList();
  }

  private static List<CalendarId> unseen(Collection<Calendar> there, Stream<CalendarId> named) {
    return named.filter(id -> there.stream().noneMatch(c -> c.id().equals(id))).toList();
  }

  private static List<CalendarId> calendars(Collection<Calendar> there, List<String> ids) {
    return there.stream().map(Calendar::id).filter(id -> ids.contains(id.toString())).toList();
  }

  private String link(Typed typed) {
    var link = typed.line("link", value("link"), 500);
    if (!link.isEmpty() && !link.matches("https://[^\\s\"<>]+")) {
      typed.problems().add("link", "booking.link.wrong");
    }
    return link;
  }

  private int number(String field, int from, int to, int empty, Problems problems) {
    var number = new Typed(problems).number(field, value(field), from, to, "booking.number.wrong");
    return number == null ? empty : number;
  }

  static ZoneId zone(String text, Problems problems) {
    if (ZoneId.getAvailableZoneIds().contains(text)) {
      return ZoneId.of(text);
    }
    problems.add("zone", "booking.zone.wrong");
    return ZoneId.of("UTC");
  }

  /**
   * @param there who can be named
   */
  Services.Setup setup(Set<PersonId> there, Problems problems) {
    var hosts = there.stream().filter(p -> all("host").contains(p.toString())).toList();
    if (hosts.isEmpty()) {
      problems.add("host", "booking.host.missing");
    }
    var typed = new Typed(problems);
    var questions = new ArrayList<Question>();
    for (int i = 1; i <= QUESTIONS; i++) {
      var text = typed.line("question" + i, value("question" + i), Question.LONGEST);
      var choices =
          Arrays.stream(typed.line("choices" + i, value("choices" + i), 1000).split(","))
              .map(String::strip)
              .filter(choice -> !choice.isEmpty())
              .distinct()
              .limit(Question.MOST_CHOICES)
              .toList();
      if (!text.isEmpty()) {
        questions.add(new Question(questions.size() + 1, text, choices, ticked("required" + i)));
      }
    }
    return new Services.Setup(hosts, questions);
  }
}
