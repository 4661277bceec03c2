package org.diestra.office.procedures;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.page.Formats;
import org.jspecify.annotations.Nullable;

/** Instructions to and from Markdown: what is brought along, and what is taken away. */
public final class MarkdownText {
  private static final Pattern HEADING = Pattern.compile("(#{1,6})\\s+(.*)");
  private static final Pattern FENCE = Pattern.compile("\\s{0,3}(```|~~~).*");

  private MarkdownText() {}

  private record Line(String text, int level, String title) {}

  /**
   * A text of several headings becomes a step for each: of the highest level that stands more than
   * once, or at all. What stands above the first is the purpose. Without any heading all of it is
   * one step. What is longer than a step or a purpose may be goes on in further steps, of which the
   * last of {@value Instructions#MOST_STEPS} is cut.
   *
   * @param title if the text has none of its own, a single heading of the first level
   * @param only what a text without headings is called as a step
   */
  public static Instructions read(String markdown, String title, String only) {
    var lines = lines(markdown);
    var own = lines.stream().filter(l -> l.level() == 1).toList();
    boolean titled = own.size() == 1 && lines.stream().anyMatch(l -> l.level() > 1);
    int level =
        lines.stream()
            .mapToInt(Line::level)
            .filter(l -> l > (titled ? 1 : 0))
            .min()
            .orElse(Integer.MAX_VALUE);
    var purpose = new StringBuilder();
    var steps = new ArrayList<Step>();
    var text = new StringBuilder();
    String heading = null;
    for (var line : lines) {
      if (line.level() == level && steps.size() < Instructions.MOST_STEPS - 1) {
        close(heading, text, purpose, steps, only);
        heading = line.title();
      } else if (!(titled && line.level() == 1)) {
        text.append(line.text()).append('\n');
      }
    }
    if (heading == null && steps.isEmpty()) {
      heading = only;
    }
    close(heading, text, purpose, steps, only);
    var kept = steps.subList(0, Math.min(steps.size(), Instructions.MOST_STEPS));
    var name = titled && !own.getFirst().title().isBlank() ? own.getFirst().title() : title;
    return new Instructions(
        cut(name, Instructions.LONGEST_TITLE),
        cut(purpose.toString().strip(), Instructions.LONGEST_PURPOSE),
        List.of(),
        kept,
        Quiz.NONE);
  }

  /** What is longer than a step or a purpose may be goes on in further steps. */
  private static void close(
      @Nullable String heading,
      StringBuilder text,
      StringBuilder purpose,
      List<Step> steps,
      String only) {
    var body = text.toString().strip();
    text.setLength(0);
    if (heading == null && body.length() <= Instructions.LONGEST_PURPOSE) {
      purpose.append(body);
      return;
    }
    var title = heading == null ? only : heading;
    var name = title.isBlank() ? String.valueOf(steps.size() + 1) : title;
    for (var piece : pieces(body)) {
      steps.add(Step.fresh(cut(name, Step.LONGEST_TITLE), piece, List.of()));
    }
  }

  /** Cut between paragraphs where there are any, else between lines or anywhere. */
  private static List<String> pieces(String body) {
    var pieces = new ArrayList<String>();
    var rest = body;
    while (rest.length() > Step.LONGEST) {
      int paragraph = rest.lastIndexOf("\n\n", Step.LONGEST);
      int line = rest.lastIndexOf('\n', Step.LONGEST);
      int end = paragraph > 0 ? paragraph : line > 0 ? line : whole(rest, Step.LONGEST);
      pieces.add(rest.substring(0, end).strip());
      rest = rest.substring(end).strip();
    }
    pieces.add(rest);
    return pieces;
  }

  /** Not between the halves of one letter. */
  private static int whole(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
  }

  private static List<Line> lines(String markdown) {
    var lines = new ArrayList<Line>();
    boolean fenced = false;
    for (var text : markdown.split("\\R")) {
      if (FENCE.matcher(text).matches()) {
        fenced = !fenced;
      }
      var heading = HEADING.matcher(text);
      boolean is = !fenced && heading.matches();
      lines.add(
          new Line(
              text,
              is ? Objects.requireNonNull(heading.group(1)).length() : 0,
              is ? plain(Objects.requireNonNull(heading.group(2))) : ""));
    }
    return lines;
  }

  private static String plain(String heading) {
    return heading.replaceAll("[*_`#]", "").strip();
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** As a document of its own; ids and the quiz stay behind. */
  public static String write(Instructions it, Formats words) {
    var out = new StringBuilder("# " + it.title() + "\n\n");
    if (!it.purpose().isBlank()) {
      out.append(it.purpose()).append("\n\n");
    }
    if (!it.limits().isEmpty()) {
      out.append("**").append(words.words("procedures.limits")).append("**\n\n");
      out.append(it.limits().stream().map(l -> "- " + line(l, words)).collect(joining("\n")));
      out.append("\n\n");
    }
    for (var step : it.steps()) {
      out.append("## ").append(step.title()).append("\n\n").append(step.text()).append("\n\n");
      for (var condition : step.conditions()) {
        out.append("> ").append(line(condition, words)).append("\n>\n");
      }
      out.append(step.conditions().isEmpty() ? "" : "\n");
    }
    return out.toString().strip() + "\n";
  }

  /** A limit in one sentence. */
  public static String line(Limit limit, Formats words) {
    return limit.upTo() == null
        ? limit.what()
        : words.words("procedures.limit", limit.what(), words.money(limit.upTo()));
  }

  /** A condition in one sentence. */
  public static String line(Condition condition, Formats words) {
    return words.words("procedures.condition", condition.when(), condition.then());
  }
}
