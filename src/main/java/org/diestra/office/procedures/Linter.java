package org.diestra.office.procedures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.procedures.Finding.Kind;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;

/**
 * Says what a new text must at least be. The author declares how much it changes; numbers, links,
 * dates, negations or verbs of duty that differ, and steps that come, go or move, are no
 * correction; limits and conditions that say anything else are a change of meaning.
 */
public final class Linter {
  private static final int MOST = 40;
  private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}€$£%.,→]+");
  private final List<Finding> findings = new ArrayList<>();

  private Linter() {}

  /** At most {@value #MOST}, those above the steps first. */
  public static List<Finding> compare(Instructions before, Instructions after) {
    var linter = new Linter();
    linter.texts(
        null, before.title() + "\n" + before.purpose(), after.title() + "\n" + after.purpose());
    linter.rules(Kind.LIMITS, null, before.limits(), after.limits(), Linter::line);
    linter.steps(before, after);
    if (!before.quiz().equals(after.quiz())) {
      linter.add(Kind.QUIZ, Change.MINOR, null, "", "");
    }
    return linter.findings.stream().limit(MOST).toList();
  }

  /** What a version with these findings must at least be. */
  public static Change least(List<Finding> findings) {
    return findings.stream().map(Finding::least).reduce(Change.PATCH, Change::or);
  }

  private void steps(Instructions before, Instructions after) {
    for (var step : before.steps()) {
      if (after.step(step.id()).isEmpty()) {
        add(Kind.STEPS, Change.MINOR, step.title(), step.title(), "");
      }
    }
    for (var step : after.steps()) {
      before
          .step(step.id())
          .ifPresentOrElse(
              old -> step(old, step),
              () -> add(Kind.STEPS, Change.MINOR, step.title(), "", step.title()));
    }
    var kept = common(before, after);
    var now = common(after, before);
    if (!kept.equals(now)) {
      add(Kind.ORDER, Change.MINOR, null, titles(before, kept), titles(after, now));
    }
  }

  private void step(Step before, Step after) {
    texts(
        after.title(), before.title() + "\n" + before.text(), after.title() + "\n" + after.text());
    rules(Kind.CONDITIONS, after.title(), before.conditions(), after.conditions(), Linter::line);
  }

  private void texts(@Nullable String where, String before, String after) {
    if (before.equals(after)) {
      return;
    }
    var was = WeightyWords.of(before);
    var is = WeightyWords.of(after);
    Stream.of(Kind.NUMBERS, Kind.LINKS, Kind.FILES, Kind.DATES, Kind.NEGATIONS, Kind.DUTIES)
        .filter(kind -> !words(was, kind).equals(words(is, kind)))
        .forEach(kind -> differ(kind, where, words(was, kind), words(is, kind)));
  }

  /** What only one of them has; where they merely stand otherwise, all of them in order. */
  private void differ(Kind kind, @Nullable String where, List<String> was, List<String> is) {
    boolean moved = was.stream().sorted().toList().equals(is.stream().sorted().toList());
    var before = moved ? String.join(", ", was) : only(was, is);
    var after = moved ? String.join(", ", is) : only(is, was);
    boolean named = kind != Kind.FILES; // whose ids say nothing to anybody
    add(kind, Change.MINOR, where, named ? before : "", named ? after : "");
  }

  /** Letters and punctuation may be mended; one more, one less or another word is another rule. */
  private <T> void rules(
      Kind kind, @Nullable String where, List<T> before, List<T> after, Function<T, String> line) {
    var was = before.stream().map(line).toList();
    var is = after.stream().map(line).toList();
    if (!bare(was).equals(bare(is))) {
      add(kind, Change.MAJOR, where, only(was, is), only(is, was));
    }
  }

  private static List<String> bare(List<String> lines) {
    return lines.stream()
        .map(line -> MARKS.matcher(Folded.of(line)).replaceAll(" ").strip())
        .toList();
  }

  private static String line(Limit limit) {
    return limit.upTo() == null
        ? limit.what()
        : limit.what() + " (" + limit.upTo().amount() + " " + limit.upTo().currency() + ")";
  }

  private static String line(Step.Condition condition) {
    return condition.when() + " → " + condition.then();
  }

  private static List<String> words(Map<Kind, List<String>> words, Kind kind) {
    return words.getOrDefault(kind, List.of());
  }

  /** What the one has more often than the other. */
  private static String only(List<String> one, List<String> other) {
    var rest = new ArrayList<>(one);
    other.forEach(rest::remove);
    return String.join(", ", rest);
  }

  private static List<UUID> common(Instructions one, Instructions other) {
    return one.steps().stream().map(Step::id).filter(id -> other.step(id).isPresent()).toList();
  }

  private static String titles(Instructions of, List<UUID> steps) {
    return steps.stream()
        .map(id -> of.step(id).orElseThrow().title())
        .collect(Collectors.joining(" · "));
  }

  private void add(Kind kind, Change least, @Nullable String where, String was, String is) {
    findings.add(new Finding(kind, least, where, was, is));
  }
}
