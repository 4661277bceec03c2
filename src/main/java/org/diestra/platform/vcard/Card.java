package org.diestra.platform.vcard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A card with everything that stands in it, known or not, in its order: what a program wrote for
 * itself stays when another changes the rest.
 *
 * @param lines from {@code BEGIN} to {@code END}, both included
 */
public record Card(List<CardLine> lines) {
  /** Bytes of a card, its photo included. */
  public static final int LARGEST = 1_000_000;

  /** Lines of a card. */
  public static final int MOST_LINES = 1_000;

  /** The two versions that are kept as they come. */
  public static final Set<String> VERSIONS = Set.of("3.0", "4.0");

  private static final String UID = "UID";

  public Card {
    lines = List.copyOf(lines);
  }

  /** One of ours, with nothing in it but what must be there. */
  public static Card fresh(String uid) {
    return new Card(
        List.of(
            CardLine.of("BEGIN", "VCARD"),
            CardLine.of("VERSION", "3.0"),
            CardLine.of("PRODID", "-//Diestra//Diestra//EN"),
            CardLine.text(UID, uid),
            CardLine.of("END", "VCARD")));
  }

  public String version() {
    return text("VERSION").strip();
  }

  /** By which programs know it again; empty where it has none. */
  public String uid() {
    return text(UID).strip();
  }

  public Optional<CardLine> line(String name) {
    return lines.stream().filter(l -> l.name().equals(name)).findFirst();
  }

  public List<CardLine> all(String name) {
    return lines.stream().filter(l -> l.name().equals(name)).toList();
  }

  /** The text of the first line of that name, or nothing. */
  public String text(String name) {
    return line(name).map(CardLine::text).orElse("");
  }

  /** The part at that place of the first line of that name, or nothing. */
  public String part(String name, int place) {
    var parts = line(name).map(CardLine::parts).orElse(List.of());
    return place < parts.size() ? parts.get(place) : "";
  }

  /** Whether it stands for a group of others, and for nobody (RFC 6350, 6.1.4, and Apple's). */
  public boolean group() {
    var kind = text("KIND") + text("X-ADDRESSBOOKSERVER-KIND");
    return kind.strip().toLowerCase(Locale.ROOT).equals("group");
  }

  /** With this line in the place of the first of its name, or as the last where there is none. */
  public Card with(CardLine line) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).name().equals(line.name())) {
        return at(i, line);
      }
    }
    return plus(List.of(line));
  }

  /** With this line at that place. */
  public Card at(int place, CardLine line) {
    var all = new ArrayList<>(lines);
    all.set(place, line);
    return new Card(all);
  }

  /** With these lines behind the others. */
  public Card plus(List<CardLine> more) {
    var all = new ArrayList<>(lines);
    all.addAll(all.size() - 1, more);
    return new Card(all);
  }

  /** Without the lines of these names. */
  public Card without(String... names) {
    var gone = Set.of(names);
    return new Card(lines.stream().filter(l -> !gone.contains(l.name())).toList());
  }

  /**
   * Without these lines, and without what was noted of nothing else: a label of Apple's belongs to
   * the line of its group.
   */
  public Card without(Set<Integer> places) {
    var left = new ArrayList<CardLine>();
    var groups = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      if (!places.contains(i)) {
        left.add(lines.get(i));
      } else if (!lines.get(i).group().isEmpty()) {
        groups.add(lines.get(i).group());
      }
    }
    left.removeIf(label ->
        label.name().startsWith("X-AB")
            && groups.contains(label.group())
            && left.stream()
                .noneMatch(l -> l.group().equals(label.group()) && !l.name().startsWith("X-AB")));
    return new Card(left);
  }

  public String text() {
    var out = new StringBuilder();
    lines.forEach(line -> line.write(out));
    return out.toString();
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }
}
