package org.diestra.money.transfers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.platform.base.Folded;
import org.jspecify.annotations.Nullable;

/** Which of the payments that are expected a line may be for, the likeliest first. */
final class Suggestions {
  private static final int AMOUNT = 4;
  private static final int NEARLY = 3;
  private static final int NAME = 2;
  private static final Set<String> EMPTY_WORDS =
      Set.of("sl", "sa", "slu", "gmbh", "ltd", "limited", "inc", "llc", "srl", "the", "de", "la");

  private Suggestions() {}

  /**
   * @param name of its client
   * @param why each a word that has a message, in this order
   */
  record Suggestion(
      Expected payment, String name, @Nullable CreditorReference reference, List<String> why) {}

  /** A payment that may be meant, with what is known of it. */
  record Candidate(Expected payment, String name, @Nullable CreditorReference reference) {}

  /** At most so many, and only those for which something speaks. */
  static List<Suggestion> of(Line line, List<Candidate> all, int most) {
    return all.stream()
        .map(c -> new Scored(c, score(line, c)))
        .filter(s -> s.score() > 0)
        .sorted(
            Comparator.comparingInt(Scored::score)
                .reversed()
                .thenComparing(s -> s.candidate().payment().since()))
        .limit(most)
        .map(s -> suggestion(line, s.candidate()))
        .toList();
  }

  private record Scored(Candidate candidate, int score) {}

  private static int score(Line line, Candidate c) {
    return (sameAmount(line, c) ? AMOUNT : 0)
        + (nearly(line, c) ? NEARLY : 0)
        + (alike(line, c) ? NAME : 0);
  }

  private static Suggestion suggestion(Line line, Candidate c) {
    var why = new ArrayList<String>();
    if (sameAmount(line, c)) {
      why.add("amount");
    }
    if (nearly(line, c)) {
      why.add("reference");
    }
    if (alike(line, c)) {
      why.add("name");
    }
    return new Suggestion(c.payment(), c.name(), c.reference(), why);
  }

  private static boolean sameAmount(Line line, Candidate c) {
    return line.amount().equals(c.payment().total());
  }

  /** Its digits stand there but for one that is wrong or missing. */
  private static boolean nearly(Line line, Candidate c) {
    if (c.reference() == null) {
      return false;
    }
    var digits = c.reference().text().substring(4);
    var said =
        (line.words() + line.endToEnd()).toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    for (int at = 0; at < digits.length(); at++) {
      var before = digits.substring(0, at);
      var after = digits.substring(at + 1);
      if (said.matches(".*" + before + "[0-9]?" + after + ".*")) {
        return true;
      }
    }
    return false;
  }

  /** A word of some length is in both names. */
  private static boolean alike(Line line, Candidate c) {
    var common = new HashSet<>(words(line.party() + " " + line.words()));
    common.retainAll(words(c.name()));
    return !common.isEmpty();
  }

  private static Set<String> words(String text) {
    return Arrays.stream(Folded.of(text).split("[^\\p{L}\\p{N}]+"))
        .filter(w -> w.length() > 2 && !EMPTY_WORDS.contains(w))
        .collect(Collectors.toSet());
  }
}
