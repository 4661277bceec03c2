package org.diestra.platform.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;

/**
 * Finds who is meant by {@code @Ana Ruiz} or {@code @ana}: a participant's whole name, or the first
 * word of it where only one has it. Case and accents don't count.
 */
final class Mentions {
  private static final Pattern BEFORE = Pattern.compile("(?<![\\p{L}\\p{N}_@.])@$");

  private final Map<String, PersonId> byName =
      new TreeMap<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  /**
   * @param names what the participants are called
   */
  Mentions(Map<PersonId, String> names) {
    var first = new HashMap<String, List<PersonId>>();
    names.forEach((person, name) -> {
      var folded = Folded.of(name.strip());
      byName.put(folded, person);
      first.computeIfAbsent(folded.split("\\s+")[0], n -> new ArrayList<>()).add(person);
    });
    first.forEach((name, people) -> {
      if (people.size() == 1 && name.length() >= 2) {
        byName.putIfAbsent(name, people.getFirst());
      }
    });
  }

  /** A place in a text where somebody is meant. */
  record Found(int from, int to, PersonId person) {}

  Set<PersonId> people(String text) {
    return Set.copyOf(found(text).stream().map(Found::person).distinct().toList());
  }

  /** The text with each mention in bold, as Markdown has it. */
  String marked(String text) {
    var out = new StringBuilder();
    int from = 0;
    for (var each : found(text)) {
      out.append(text, from, each.from()).append("**");
      out.append(text, each.from(), each.to()).append("**");
      from = each.to();
    }
    return out.append(text.substring(from)).toString();
  }

  private List<Found> found(String text) {
    var found = new ArrayList<Found>();
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (BEFORE.matcher(text.substring(0, at + 1)).find()) {
        int begin = at;
        byName.forEach((name, person) -> {
          if (found.isEmpty() || found.getLast().from() < begin) {
            int end = end(text, begin + 1, name);
            if (end > 0) {
              found.add(new Found(begin, end, person));
            }
          }
        });
      }
    }
    return found;
  }

  /** Where the name ends that stands there, or -1: folding may change how long a text is. */
  private static int end(String text, int from, String name) {
    for (int to = from + 1; to <= Math.min(text.length(), from + name.length() * 2); to++) {
      boolean whole = to == text.length() || !Character.isLetterOrDigit(text.codePointAt(to));
      if (whole && Folded.of(text.substring(from, to)).equals(name)) {
        return to;
      }
    }
    return -1;
  }
}
