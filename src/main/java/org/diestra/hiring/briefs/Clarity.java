package org.diestra.hiring.briefs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diestra.hiring.briefs.Lines.Line;
import org.jspecify.annotations.Nullable;

/**
 * What instructions say and what they leave open. It reads for words, it does not understand: it
 * shows the sentence in which it found an answer, so that the writer can judge.
 */
public record Clarity(List<Point> points, List<Remark> remarks) {
  private static final int MOST_REMARKS = 6;
  private static final int LONG_SENTENCE = 40;
  private static final Pattern VAGUE =
      Pattern.compile(
          "\\b(?:etc\\b|and so on|as needed|when needed|if necessary|as usual|the usual|asap"
              + "|as soon as possible|properly|appropriately|various (?:things|tasks)|stuff"
              + "|things like that|you know|as (?:we )?discussed|from time to time|regularly"
              + "|lo de siempre|como siempre|cuando haga falta|cuando sea necesario|si hace falta"
              + "|lo antes posible|cuanto antes|correctamente|adecuadamente|y demas|y cosas asi"
              + "|ya sabes|como hablamos|de vez en cuando|a menudo|regularmente|varias cosas)");
  private static final Pattern SECRET =
      Pattern.compile("\\b(?:password|contrasena|clave|pin|passwort)\\b.{0,3}[:=]\\s{0,2}\\S{3}");

  /**
   * One of the five things instructions have to say.
   *
   * @param found the sentence that says it, or null while nothing does
   */
  public record Point(Aspect aspect, @Nullable String found) {
    public boolean clear() {
      return found != null;
    }
  }

  /** Reads a text in English or Spanish; anything beyond 20 000 characters is left unread. */
  public static Clarity of(String text) {
    var lines = Lines.of(text.length() > 20_000 ? text.substring(0, 20_000) : text);
    var points = Arrays.stream(Aspect.values()).map(a -> point(a, lines)).toList();
    var remarks = new ArrayList<Remark>();
    Lines.blanks(text).forEach(blank -> remarks.add(new Remark(Remark.Kind.BLANK, blank)));
    lines.forEach(line -> remark(line, remarks));
    return new Clarity(
        points, List.copyOf(remarks.subList(0, Math.min(MOST_REMARKS, remarks.size()))));
  }

  /** How many of the five are said. */
  public int clear() {
    return (int) points.stream().filter(Point::clear).count();
  }

  public boolean complete() {
    return clear() == points.size() && remarks.isEmpty();
  }

  private static Point point(Aspect aspect, List<Line> lines) {
    var found =
        aspect == Aspect.WHAT
            ? steps(lines)
            : lines.stream().filter(l -> aspect.saidIn(l.folded())).findFirst();
    return new Point(aspect, found.or(() -> under(aspect, lines)).map(Line::text).orElse(null));
  }

  /** One verb is a wish; two sentences with one, or two points of a list, are steps. */
  private static Optional<Line> steps(List<Line> lines) {
    var steps =
        lines.stream()
            .filter(l -> l.says() && (l.bullet() || Aspect.WHAT.saidIn(l.folded())))
            .toList();
    return steps.size() >= 2 ? Optional.of(steps.getFirst()) : Optional.empty();
  }

  /** Whatever stands under a heading that asks for it counts as an answer. */
  private static Optional<Line> under(Aspect aspect, List<Line> lines) {
    return lines.stream().filter(l -> l.says() && aspect.heads(l.heading())).findFirst();
  }

  private static void remark(Line line, List<Remark> into) {
    var vague = VAGUE.matcher(line.folded());
    if (vague.find()) {
      into.add(new Remark(Remark.Kind.VAGUE, line.text()));
    }
    if (SECRET.matcher(line.folded()).find()) {
      into.add(new Remark(Remark.Kind.SECRET, line.text()));
    }
    if (line.text().split("\\s+").length > LONG_SENTENCE) {
      into.add(new Remark(Remark.Kind.LONG, line.text()));
    }
  }
}
