package org.diestra.platform.icalendar;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A component (RFC 5545, section 3.6) with everything that stands in it, known or not, in its
 * order: what one program wrote for itself stays when another changes the rest.
 *
 * @param name in upper case: {@code VEVENT}
 */
public record Part(String name, List<Line> lines, List<Part> parts) {
  public Part {
    lines = List.copyOf(lines);
    parts = List.copyOf(parts);
  }

  public static Part of(String name, Line... lines) {
    return new Part(name, List.of(lines), List.of());
  }

  public Optional<Line> line(String wanted) {
    return lines.stream().filter(l -> l.name().equals(wanted)).findFirst();
  }

  public List<Line> lines(String wanted) {
    return lines.stream().filter(l -> l.name().equals(wanted)).toList();
  }

  public List<Part> parts(String wanted) {
    return parts.stream().filter(p -> p.name().equals(wanted)).toList();
  }

  /** The text of that line, or nothing. */
  public String text(String wanted) {
    return line(wanted).map(Line::text).orElse("");
  }

  /** With this line in place of all of its name. */
  public Part with(Line line) {
    var all = new ArrayList<Line>();
    boolean placed = false;
    for (var old : lines) {
      if (!old.name().equals(line.name())) {
        all.add(old);
      } else if (!placed) {
        all.add(line);
        placed = true;
      }
    }
    if (!placed) {
      all.add(line);
    }
    return new Part(name, all, parts);
  }

  /** With these lines after the others. */
  public Part plus(List<Line> more) {
    var all = new ArrayList<>(lines);
    all.addAll(more);
    return new Part(name, all, parts);
  }

  public Part without(String... names) {
    var gone = Set.of(names);
    return new Part(name, lines.stream().filter(l -> !gone.contains(l.name())).toList(), parts);
  }

  /** With these components in place of its own. */
  public Part holding(List<Part> others) {
    return new Part(name, lines, others);
  }

  /** With each line changed. */
  public Part each(UnaryOperator<Line> change) {
    return new Part(name, lines.stream().map(change).toList(), parts);
  }

  public String text() {
    var out = new StringBuilder();
    write(out);
    return out.toString();
  }

  /** In UTF-8, folded, with the line ends that the format wants. */
  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  private void write(StringBuilder out) {
    out.append("BEGIN:").append(name).append("\r\n");
    lines.forEach(line -> line.write(out));
    parts.forEach(part -> part.write(out));
    out.append("END:").append(name).append("\r\n");
  }
}
