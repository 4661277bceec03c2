package org.diestra.hiring.proposals;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.hiring.talent.AssistantCard;

/**
 * Takes a person's name out of what that person wrote, for a client who wants to look at the work
 * before the person. Every word of the name of three letters or more goes, in any case, with or
 * without its accents, and so do the words run together, as in a handle; a name in a script without
 * spaces goes from two signs on. What a picture or a paper shows can't be hidden, and the page says
 * so.
 */
record Veil(List<Pattern> names) {
  private static final String HIDDEN = "▒▒▒";
  private static final int SHORTEST = 3;
  private static final int SHORTEST_UNSPACED = 2;

  /** Accents, and signs that nobody sees, may stand after any letter. */
  private static final String ADORNED = "[\\p{M}\\p{Cf}]{0,4}+";

  /** Scripts that put no spaces between words, and one that writes endings on to names. */
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsHangul}]+");

  /** A veil that hides nothing. */
  static final Veil NONE = new Veil(List.of());

  /** Hides whoever wrote that bid. */
  static Veil over(BidContent said, Optional<AssistantCard> card) {
    return card.isPresent()
        ? hiding(card.get().name(), card.get().handle(), said.worker())
        : hiding(said.worker());
  }

  /**
   * @param names a person's names and handles, as they are written
   */
  static Veil hiding(String... names) {
    return new Veil(
        Arrays.stream(names)
            .flatMap(Veil::wordsOf)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .map(Veil::word)
            .toList());
  }

  /** The words of a name, and the first and last of them run together. */
  private static Stream<String> wordsOf(String name) {
    var words =
        Arrays.stream(Normalizer.normalize(name, Form.NFC).split("[^\\p{L}\\p{M}\\p{N}]+"))
            .filter(Veil::tells)
            .toList();
    return words.size() < 2
        ? words.stream()
        : Stream.concat(
            words.stream(),
            Stream.of(
                String.join("", words),
                words.getFirst() + words.getLast(),
                words.getLast() + words.getFirst()));
  }

  private static boolean tells(String word) {
    int least = UNSPACED.matcher(word).matches() ? SHORTEST_UNSPACED : SHORTEST;
    return word.codePointCount(0, word.length()) >= least;
  }

  private static Pattern word(String word) {
    var letters =
        Normalizer.normalize(word, Form.NFD)
            .codePoints()
            .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining(ADORNED));
    var bounded =
        UNSPACED.matcher(word).matches()
            ? letters + ADORNED
            : "(?<![\\p{L}\\p{M}])" + letters + ADORNED + "(?!\\p{L})";
    return Pattern.compile(bounded, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  String over(String text) {
    if (names.isEmpty()) {
      return text;
    }
    var out = Normalizer.normalize(text, Form.NFD);
    for (var name : names) {
      out = name.matcher(out).replaceAll(HIDDEN);
    }
    return Normalizer.normalize(out, Form.NFC);
  }
}
