package org.diestra.hiring.screening;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/** A rule as an operator writes it. */
record RuleForm(
    @Nullable String name,
    @Nullable String spanishName,
    @Nullable String detector,
    @Nullable String phrases,
    @Nullable List<String> places,
    @Nullable String action,
    @Nullable String english,
    @Nullable String spanish,
    @Nullable String active,
    @Nullable String version) {
  private static final int MOST_PHRASES = 200;
  private static final int PHRASES = 8000;

  static final RuleForm EMPTY =
      new RuleForm(
          null,
          null,
          "phrases",
          null,
          List.of("job", "bid", "profile"),
          "warn",
          null,
          null,
          "true",
          "0");

  static RuleForm of(Rule rule) {
    return new RuleForm(
        rule.name(),
        rule.spanishName(),
        rule.detector().slug(),
        rule.phrases(),
        rule.places().stream().map(Place::slug).toList(),
        rule.action().slug(),
        rule.english(),
        rule.spanish(),
        String.valueOf(rule.active()),
        String.valueOf(rule.version()));
  }

  List<String> chosenPlaces() {
    return places == null ? List.of() : places;
  }

  static Map<String, String> detectors() {
    return named(
        "screening.detector.", Arrays.stream(Detector.values()).map(Detector::slug).toList());
  }

  static Map<String, String> actions() {
    return named("screening.action.", Arrays.stream(Action.values()).map(Action::slug).toList());
  }

  static Map<String, String> allPlaces() {
    return named("screening.place.", Arrays.stream(Place.values()).map(Place::slug).toList());
  }

  private static Map<String, String> named(String prefix, List<String> slugs) {
    return slugs.stream()
        .collect(
            Collectors.toMap(s -> s, s -> Ui.words(prefix + s), (a, b) -> a, LinkedHashMap::new));
  }

  /** What was meant; only to be used where there are no problems. */
  Rule read(RuleId id, Problems problems) {
    var typed = new Typed(problems);
    var kind = Detector.valueOf(upper(detector, Detector.values(), "detector", problems));
    return new Rule(
        id,
        typed.line("name", name, 80, "screening.name.missing"),
        typed.line("spanishName", spanishName, 80),
        kind,
        kind == Detector.PHRASES ? phrases(typed, problems) : "",
        places(problems),
        Action.valueOf(upper(action, Action.values(), "action", problems)),
        typed.line("english", english, 300, "screening.advice.missing"),
        typed.line("spanish", spanish, 300, "screening.advice.missing"),
        "true".equals(active),
        version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0);
  }

  private String phrases(Typed typed, Problems problems) {
    var lines =
        typed
            .text("phrases", phrases, PHRASES, "screening.phrases.missing")
            .lines()
            .map(String::strip)
            .filter(l -> !l.isEmpty())
            .toList();
    if (lines.size() > MOST_PHRASES) {
      problems.add("phrases", "screening.phrases.many", MOST_PHRASES);
    }
    lines.stream()
        .filter(line -> Phrase.read(line).isEmpty())
        .findFirst()
        .ifPresent(line -> problems.add("phrases", "screening.phrases.wrong", line));
    return String.join("\n", lines);
  }

  private Set<Place> places(Problems problems) {
    var found = EnumSet.noneOf(Place.class);
    for (var place : Place.values()) {
      if (chosenPlaces().contains(place.slug())) {
        found.add(place);
      }
    }
    if (found.isEmpty()) {
      problems.add("places", "screening.places.missing");
    }
    return found;
  }

  private static String upper(
      @Nullable String slug, Enum<?>[] known, String field, Problems problems) {
    var name = slug == null ? "" : slug.toUpperCase(Locale.ROOT);
    if (Arrays.stream(known).noneMatch(k -> k.name().equals(name))) {
      problems.add(field, "screening.choose");
      return known[0].name();
    }
    return name;
  }
}
